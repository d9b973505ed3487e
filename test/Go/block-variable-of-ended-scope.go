// See block-variable-of-ended-scope.c.
package main

import "fmt"

func f(c bool) {
	if c {
		x := 1
		defer func() { fmt.Println("x", x) }()
		x = 7
	}
	{
		y := 2
		defer func() { fmt.Println("y", y) }()
		y = 8
	}
	z := 3
	fmt.Println("z", z)
}
func main() {
	f(true)
	f(false)
}
