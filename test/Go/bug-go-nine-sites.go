// See bug-go-nine-sites.c.
package main

import "fmt"

func f(bits int) int {
	if bits&1 != 0 {
		defer fmt.Println("0")
	}
	if bits&2 != 0 {
		defer fmt.Println("1")
	}
	if bits&4 != 0 {
		defer fmt.Println("2")
	}
	defer fmt.Println("3")
	defer fmt.Println("4")
	if bits&8 != 0 {
		return 8
	}
	defer fmt.Println("5")
	defer fmt.Println("6")
	if bits&16 != 0 {
		return 16
	}
	defer fmt.Println("7")
	defer fmt.Println("8")
	defer fmt.Println("9")
	return 0
}
func main() { fmt.Println(f(3), f(12), f(21), f(7)) }
