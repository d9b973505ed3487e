// See recover-in-block.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered", recover()) }()
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
