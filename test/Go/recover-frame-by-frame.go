// See recover-frame-by-frame.c.
package main

import "fmt"

func f(n int) {
	defer func() {
		if n == 3 {
			fmt.Println("recovered at", n, recover())
		} else {
			fmt.Println("passed on at", n)
		}
	}()
	if n == 0 {
		panic("A")
	}
	f(n - 1)
	fmt.Println("returned to", n)
}
func main() { f(5) }
