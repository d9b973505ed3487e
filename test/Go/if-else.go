// See if-else.c.
package main

import "fmt"

func f(c bool) {
	if c {
		defer fmt.Println("then")
	} else {
		defer fmt.Println("else")
	}
	defer fmt.Println("after")
}
func main() {
	f(true)
	f(false)
}
