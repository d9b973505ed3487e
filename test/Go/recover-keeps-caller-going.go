// See recover-keeps-caller-going.c.
package main

import "fmt"

func f() int {
	defer func() { recover() }()
	panic("A")
}
func main() {
	defer fmt.Println("main's")
	x := 1
	x += f()
	fmt.Println("x", x)
}
