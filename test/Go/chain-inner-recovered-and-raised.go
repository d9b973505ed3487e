// See chain-inner-recovered-and-raised.c.
package main

import "fmt"

func main() {
	defer func() {
		defer func() {
			fmt.Println("recovered", recover())
			panic("C")
		}()
		panic("B")
	}()
	panic("A")
}
