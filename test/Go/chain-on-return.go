// See chain-on-return.c.
package main

import "fmt"

func f() {
	defer panic("B")
	defer panic("A")
	fmt.Println("body")
}
func main() { f() }
