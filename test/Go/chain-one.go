// See chain-one.c.
package main

import "fmt"

func f() {
	defer fmt.Println("deferred")
	panic("A")
}
func main() {
	defer fmt.Println("main's")
	f()
}
