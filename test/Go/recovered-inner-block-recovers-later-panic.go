// See recovered-inner-block-recovers-later-panic.c.
package main

import "fmt"

func f() {
	defer fmt.Println("remaining")
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		fmt.Println("outer", recover())
		panic("B")
	}()
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
