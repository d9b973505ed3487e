// See chain-nested-recovered-in-block.c.
package main

import "fmt"

func main() {
	defer panic("C")
	defer func() {
		defer func() { fmt.Println("recovered", recover()) }()
		panic("B")
	}()
	panic("A")
}
