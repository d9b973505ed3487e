// See recursion-mutual.c.
package main

import "fmt"

func even(n int) {
	for i := 0; i < 2; i++ {
		defer fmt.Println("even", n*10+i)
	}
	if n > 0 {
		odd(n - 1)
	}
}
func odd(n int) {
	defer fmt.Println("odd", n)
	if n > 0 {
		even(n - 1)
	}
}
func main() { even(4) }
