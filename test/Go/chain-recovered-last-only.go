// See chain-recovered-last-only.c.
package main

import "fmt"

func main() {
	defer func() {
		fmt.Println("recovered", recover())
		panic("D")
	}()
	defer panic("C")
	defer panic("B")
	panic("A")
}
