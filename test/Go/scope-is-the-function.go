// See scope-is-the-function.c.
package main

import "fmt"

func f(c bool) {
	if c {
		defer fmt.Println("deferred in if")
		fmt.Println("in if")
	}
	{
		defer fmt.Println("deferred in block")
	}
	fmt.Println("end of body")
}
func main() {
	f(true)
	f(false)
}
