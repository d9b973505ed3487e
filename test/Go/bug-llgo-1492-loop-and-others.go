// See bug-llgo-1492-loop-and-others.c.
package main

import "fmt"

func f(n int) {
	defer fmt.Println("first")
	if n > 1 {
		defer fmt.Println("conditional")
	}
	for i := 0; i < n; i++ {
		if i == 1 {
			defer func() { fmt.Println("block") }()
		}
		defer fmt.Println("loop", i)
	}
	defer func() { fmt.Println("recovered", recover()) }()
	defer fmt.Println("last")
	if n == 2 {
		panic("A")
	}
}
func main() {
	for n := 0; n < 4; n++ {
		fmt.Println("n", n)
		f(n)
	}
}
