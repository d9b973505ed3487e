// See block-and-alias.c.
package main

import "fmt"

func f() {
	x := 1
	p := &x
	defer func() {
		*p += 100
		fmt.Println("block", x)
	}()
	*p = 2
	x++
}
func main() { f() }
