// See recover-through-pointer.c.
package main

import "fmt"

func handler() { fmt.Println("recovered", recover()) }
func f(h func()) {
	defer h()
	h = nil
	panic("A")
}
func main() { f(handler) }
