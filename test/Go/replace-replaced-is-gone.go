// See replace-replaced-is-gone.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("second", recover()) }()
	defer func() { fmt.Println("first", recover()) }()
	defer panic("B")
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
