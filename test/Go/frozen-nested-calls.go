// See frozen-nested-calls.c.
package main

import "fmt"

func g(s string, n int) int {
	fmt.Println(s, n)
	return n + 1
}
func f() {
	defer g("outer", g("middle", g("inner", 1)))
	fmt.Println("body")
}
func main() { f() }
