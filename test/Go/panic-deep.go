// See panic-deep.c.
package main

import "fmt"

var count int

func f(n int) {
	defer func() { count++ }()
	if n == 0 {
		panic("A")
	}
	f(n - 1)
}
func main() {
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		f(999)
	}()
	fmt.Println(count)
}
