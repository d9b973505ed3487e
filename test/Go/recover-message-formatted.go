// See recover-message-formatted.c.
package main

import "fmt"

func f() {
	n, s := 42, "forty-two"
	defer func() { fmt.Println(recover()) }()
	defer func() { n, s = 0, "" }()
	panic(fmt.Sprintf("%d is %s, %5.2f", n, s, 4.2))
}
func main() { f() }
