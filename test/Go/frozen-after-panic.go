// See frozen-after-panic.c.
package main

import "fmt"

func f() {
	x := 1
	defer fmt.Println("deferred", x)
	x = 2
	defer fmt.Println("deferred", x)
	x = 3
	panic("A")
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}
