// See result-evaluated-before-deferred.c.
package main

import "fmt"

func g(s string) int {
	fmt.Println(s)
	return 7
}
func f() int {
	defer g("deferred")
	return g("operand")
}
func main() { fmt.Println(f()) }
