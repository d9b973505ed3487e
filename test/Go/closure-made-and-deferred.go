// See closure-made-and-deferred.c.
package main

import "fmt"

func make_(n int) func() {
	x := n
	return func() {
		x++
		fmt.Println("x", x)
	}
}
func f() {
	g := make_(1)
	defer g()
	defer g()
	g = make_(10)
	defer g()
}
func main() { f() }
