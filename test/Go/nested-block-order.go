// See nested-block-order.c.
package main

import "fmt"

func f() {
	defer fmt.Println("last")
	defer func() {
		defer fmt.Println("inner deferred")
		fmt.Println("block")
	}()
	fmt.Println("body")
}
func main() { f() }
