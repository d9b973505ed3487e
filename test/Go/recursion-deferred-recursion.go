// See recursion-deferred-recursion.c.
package main

import "fmt"

func f(n int) {
	fmt.Println("enter", n)
	if n > 0 {
		defer f(n - 1)
	}
	defer fmt.Println("leave", n)
}
func main() { f(3) }
