// See recover-in-helper-then-block.c.
package main

import "fmt"

func helper() { fmt.Println("helper", recover()) }
func f() {
	defer func() {
		helper()
		fmt.Println("block", recover())
		helper()
	}()
	panic("A")
}
func main() { f() }
