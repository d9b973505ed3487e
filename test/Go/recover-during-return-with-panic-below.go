// See recover-during-return-with-panic-below.c.
package main

import "fmt"

func handler() { fmt.Println("handler", recover()) }
func g(c bool) {
	defer handler()
	if c {
		panic("B")
	}
}
func f() {
	defer func() { fmt.Println("f", recover()) }()
	defer g(true)
	defer g(false)
	panic("A")
}
func main() { f() }
