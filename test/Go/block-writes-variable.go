// See block-writes-variable.c.
package main

import "fmt"

func f() {
	x := 1
	defer func() { fmt.Println("last", x) }()
	defer func() { x *= 10 }()
	defer func() { x += 5 }()
	x = 2
}
func main() { f() }
