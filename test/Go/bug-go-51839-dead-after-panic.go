// See bug-go-51839-dead-after-panic.c.
package main

import "fmt"

func f() {
	panic("A")
	defer func() { fmt.Println("never") }()
	defer fmt.Println("never")
}
func g() {
	defer func() { fmt.Println("g", recover()) }()
	f()
}
func main() { g() }
