// See recover-in-recursive-handler.c.
package main

import "fmt"

func handler(n int) {
	if n > 0 {
		handler(n - 1)
	}
	fmt.Println("handler", n, recover())
}
func f() {
	defer handler(2)
	panic("A")
}
func main() { f() }
