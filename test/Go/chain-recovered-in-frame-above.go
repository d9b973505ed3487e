// See chain-recovered-in-frame-above.c.
package main

import "fmt"

func f() {
	defer panic("B")
	panic("A")
}
func g() {
	defer func() {
		fmt.Println("recovered", recover())
		panic("C")
	}()
	f()
}
func main() {
	defer fmt.Println("main's")
	g()
}
