// See inner-recovered-then-recover-outer.c.
package main

import "fmt"

func inner() {
	defer func() { fmt.Println("inner", recover()) }()
	panic("B")
}
func f() {
	defer func() {
		inner()
		fmt.Println("outer", recover())
		inner()
		fmt.Println("nothing", recover())
	}()
	panic("A")
}
func main() { f() }
