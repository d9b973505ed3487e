// See block-sees-current-value.c.
package main

import "fmt"

func f() {
	x := 1
	defer func() { fmt.Println("block", x) }()
	defer fmt.Println("call", x)
	x = 2
}
func main() { f() }
