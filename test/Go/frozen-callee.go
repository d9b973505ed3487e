// See frozen-callee.c.
package main

import "fmt"

func one() { fmt.Println("one") }
func two() { fmt.Println("two") }
func f() {
	g := one
	defer g()
	g = two
	defer g()
	g = nil
}
func main() { f() }
