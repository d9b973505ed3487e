// See recover-direct-in-block.c.
package main

import "fmt"

func f() {
	defer func() {
		defer recover()
		fmt.Println("block")
	}()
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
