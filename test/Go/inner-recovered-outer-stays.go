// See inner-recovered-outer-stays.c.
package main

import "fmt"

func inner() {
	defer func() { fmt.Println("inner", recover()) }()
	panic("B")
}
func f() {
	defer func() { fmt.Println("outer", recover()) }()
	defer inner()
	panic("A")
}
func main() { f() }
