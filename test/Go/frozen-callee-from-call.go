// See frozen-callee-from-call.c.
package main

import "fmt"

func one() { fmt.Println("one") }
func two() { fmt.Println("two") }
func pick(n int) func() {
	fmt.Println("pick", n)
	if n == 1 {
		return one
	}
	return two
}
func f() {
	n := 1
	defer pick(n)()
	n = 2
	defer pick(n)()
	fmt.Println("body")
}
func main() { f() }
