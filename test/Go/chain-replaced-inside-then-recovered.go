// See chain-replaced-inside-then-recovered.c.
package main

import "fmt"

func g() {
	defer func() {
		fmt.Println("g", recover())
		panic("C")
	}()
	panic("B")
}
func main() {
	defer func() {
		defer func() { fmt.Println("block", recover()) }()
		g()
	}()
	panic("A")
}
