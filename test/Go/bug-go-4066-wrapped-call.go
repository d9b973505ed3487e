// See bug-go-4066-wrapped-call.c.
package main

import "fmt"

func inner(n int) int {
	if n < 0 {
		panic("A")
	}
	return n * 2
}
func f(n int) (value int) {
	defer func() { recover() }()
	value = inner(3)
	value += inner(n)
	return value + 1
}
func main() { fmt.Println(f(1), f(-1)) }
