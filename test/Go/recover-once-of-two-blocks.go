// See recover-once-of-two-blocks.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("second", recover()) }()
	defer func() { fmt.Println("first", recover()) }()
	panic("A")
}
func main() { f() }
