// See bug-zig-283-many-exits.c.
package main

import "fmt"

func f(n int) int {
	defer fmt.Println("1")
	if n == 1 {
		return 10
	}
	defer fmt.Println("2")
	if n == 2 {
		return 20
	}
	defer fmt.Println("3")
	if n == 3 {
		return 30
	}
	defer fmt.Println("4")
	if n == 4 {
		return 40
	}
	defer fmt.Println("5")
	if n == 5 {
		return 50
	}
	defer fmt.Println("6")
	return 60
}
func main() {
	for n := 1; n <= 6; n++ {
		fmt.Println("returned", f(n))
	}
}
