// See order-blocks-and-calls.c.
package main

import "fmt"

func f() {
	defer fmt.Println("call 1")
	defer func() { fmt.Println("block 2") }()
	defer fmt.Println("call 3")
	defer func() { fmt.Println("block 4") }()
}
func main() { f() }
