// See recovered-block-goes-on.c.
package main

import "fmt"

func f() {
	defer func() {
		defer fmt.Println("deferred in block")
		fmt.Println("recovered", recover())
		defer fmt.Println("deferred after recover")
		fmt.Println("end of block")
	}()
	panic("A")
}
func main() { f() }
