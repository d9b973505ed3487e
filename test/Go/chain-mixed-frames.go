// See chain-mixed-frames.c.
package main

import "fmt"

func f() { panic("A") }
func g() {
	defer func() {
		fmt.Println("g", recover())
		panic("B")
	}()
	f()
}
func h() {
	defer func() { panic("C") }()
	g()
}
func main() {
	defer func() {
		fmt.Println("main", recover())
		panic("D")
	}()
	h()
}
