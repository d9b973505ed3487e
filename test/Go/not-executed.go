// See not-executed.c.
package main

import "fmt"

func f(n int) {
	defer fmt.Println("first")
	if n == 0 {
		return
	}
	defer fmt.Println("second")
	if n == 1 {
		return
	}
	defer fmt.Println("third")
}
func main() {
	for n := 0; n < 3; n++ {
		fmt.Println("n", n)
		f(n)
	}
}
