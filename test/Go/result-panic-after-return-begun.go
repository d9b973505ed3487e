// See result-panic-after-return-begun.c.
package main

import "fmt"

func f() int {
	defer func() { recover() }()
	defer panic("A")
	return 5
}
func main() { fmt.Println(f()) }
