// See switch-cases.c.
package main

import "fmt"

func f(n int) {
	switch n {
	case 0:
		defer fmt.Println("zero")
	case 1:
		defer fmt.Println("one")
		fallthrough
	case 2:
		defer fmt.Println("two")
	default:
		defer fmt.Println("many")
	}
	fmt.Println("body", n)
}
func main() {
	for n := 0; n < 4; n++ {
		f(n)
	}
}
