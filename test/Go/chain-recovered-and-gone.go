// See chain-recovered-and-gone.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered", recover()) }()
	panic("A")
}
func main() {
	f()
	panic("B")
}
