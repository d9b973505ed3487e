// See null-call-with-arguments.c.
package main

import "fmt"

func next(n int) int {
	fmt.Println("evaluated", n)
	return n
}
func f() {
	defer func() { fmt.Println("recovered", recover() != nil) }()
	var g func(int, int)
	defer g(next(1), next(2))
	fmt.Println("body")
}
func main() { f() }
