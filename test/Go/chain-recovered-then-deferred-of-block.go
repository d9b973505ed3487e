// See chain-recovered-then-deferred-of-block.c.
package main

import "fmt"

func main() {
	defer func() {
		defer panic("B")
		fmt.Println("recovered", recover())
	}()
	panic("A")
}
