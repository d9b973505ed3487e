// See recover-in-helper.c.
package main

import "fmt"

func helper() { fmt.Println("helper", recover()) }
func f() {
	defer func() { helper() }()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
