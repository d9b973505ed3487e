// See conditional-eight-ways.c.
package main

import "fmt"

func f(bits int) {
	if bits&1 != 0 {
		defer fmt.Println("1")
	}
	if bits&2 != 0 {
		defer fmt.Println("2")
	}
	if bits&4 != 0 {
		defer fmt.Println("4")
	}
}
func main() {
	for bits := 0; bits < 8; bits++ {
		fmt.Println("bits", bits)
		f(bits)
	}
}
