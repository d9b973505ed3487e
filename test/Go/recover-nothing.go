// See recover-nothing.c.
package main

import "fmt"

func handler() { fmt.Println("handler", recover()) }
func f() {
	defer handler()
	defer func() { fmt.Println("block", recover()) }()
	handler()
	fmt.Println("body", recover())
}
func main() { f() }
