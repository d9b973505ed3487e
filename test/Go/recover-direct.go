// See recover-direct.c.
package main

import "fmt"

func f() {
	defer recover()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
	fmt.Println("not reached")
}
