// See inner-panic-recovered-outer-uncaught.c.
package main

import "fmt"

func inner() {
	defer func() { fmt.Println("inner", recover()) }()
	panic("B")
}
func main() {
	defer inner()
	panic("A")
}
