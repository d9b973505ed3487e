// See recover-direct-in-function.c.
package main

import "fmt"

func handler() { defer recover() }
func f() {
	defer handler()
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
