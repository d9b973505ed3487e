// See bug-odin-6985-never-returns.c.
package main

import (
	"fmt"
	"os"
)

func f(c bool) int {
	defer fmt.Println("never")
	if c {
		defer os.Exit(5)
		defer fmt.Println("before the exit")
	}
	fmt.Println("body")
	return 1
}
func main() {
	fmt.Println(f(false))
	fmt.Println(f(true))
}
