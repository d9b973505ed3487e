// See recover-outer-from-inner-block.c.
package main

import "fmt"

func g() {
	defer func() {
		fmt.Println("g first", recover())
		fmt.Println("g second", recover())
	}()
	panic("B")
}
func f() {
	defer func() { g() }()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
