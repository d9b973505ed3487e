// See recover-then-panic-in-same-frame.c.
package main

import "fmt"

func f(c bool) {
	defer func() {
		if c {
			fmt.Println("recovered", recover())
		}
	}()
	panic("A")
}
func main() {
	f(true)
	f(false)
}
