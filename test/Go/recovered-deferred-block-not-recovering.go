// See recovered-deferred-block-not-recovering.c.
package main

import "fmt"

func f() {
	defer fmt.Println("remaining")
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("B")
	}()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
	fmt.Println("not reached")
}
