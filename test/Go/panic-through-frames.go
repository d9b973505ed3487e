// See panic-through-frames.c.
package main

import "fmt"

func f(n int) {
	defer fmt.Println("deferred", n)
	if n == 0 {
		panic("A")
	}
	f(n - 1)
	fmt.Println("not reached")
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	f(10)
}
