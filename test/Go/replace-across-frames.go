// See replace-across-frames.c.
package main

import "fmt"

func f() {
	defer fmt.Println("f")
	panic("A")
}
func g() {
	defer fmt.Println("g first")
	defer panic("B")
	defer fmt.Println("g last")
	f()
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	g()
}
