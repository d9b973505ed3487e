// See panic-known-set.c.
package main

import "fmt"

func f(n int) {
	if n == 0 {
		panic("0")
	}
	defer fmt.Println("first")
	if n == 1 {
		panic("1")
	}
	if n != 2 {
		defer fmt.Println("second")
	}
	if n == 3 {
		panic("3")
	}
	defer fmt.Println("third")
	panic("last")
}
func g(n int) {
	defer func() { fmt.Println("recovered", recover()) }()
	f(n)
}
func main() {
	for n := 0; n < 5; n++ {
		g(n)
	}
}
