// See chain-recover-finds-nothing-then-panics.c.
package main

import "fmt"

func helper() { fmt.Println("helper", recover()) }
func main() {
	defer func() {
		helper()
		panic("B")
	}()
	panic("A")
}
