// See chain-two.c.
package main

import "fmt"

func f() {
	defer fmt.Println("still run")
	defer panic("B")
	panic("A")
}
func main() { f() }
