// See chain-outer-recovered-inner-panics.c.
package main

import "fmt"

func inner() {
	defer func() { fmt.Println("inner", recover()) }()
	panic("B")
}
func main() {
	defer func() {
		fmt.Println("outer", recover())
		inner()
		panic("C")
	}()
	panic("A")
}
