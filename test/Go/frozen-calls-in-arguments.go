// See frozen-calls-in-arguments.c.
package main

import "fmt"

func next(n *int) int {
	*n++
	fmt.Println("evaluated", *n)
	return *n
}
func f() {
	n := 0
	defer fmt.Println("deferred", next(&n))
	defer fmt.Println("deferred", next(&n))
	fmt.Println("body")
}
func main() { f() }
