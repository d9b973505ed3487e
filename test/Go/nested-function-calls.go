// See nested-function-calls.c.
package main

import "fmt"

func g(s string) {
	defer fmt.Println(s, "deferred")
	fmt.Println(s)
}
func f() {
	defer g("first")
	defer g("second")
	g("body")
}
func main() { f() }
