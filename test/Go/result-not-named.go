// See result-not-named.c.
package main

import "fmt"

func f() int {
	x := 1
	defer func() {
		x = 9
		fmt.Println("x", x)
	}()
	return x
}
func main() { fmt.Println("returned", f()) }
