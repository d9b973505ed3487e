// See recover-not-deferred-in-frame.c.
package main

import "fmt"

func works() {
	defer func() { fmt.Println("works", recover()) }()
}
func f() {
	defer func() {
		works()
		fmt.Println("f", recover())
	}()
	panic("A")
}
func main() { f() }
