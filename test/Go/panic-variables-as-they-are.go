// See panic-variables-as-they-are.c.
package main

import "fmt"

func g(n int) int {
	if n == 3 {
		panic("A")
	}
	return n * 10
}
func f() {
	a, b := 0, 0.5
	defer func() { fmt.Printf("%d %.1f\n", a, b) }()
	for i := 0; ; i++ {
		a = g(i)
		b += 1
	}
}
func main() {
	defer func() { recover() }()
	f()
}
