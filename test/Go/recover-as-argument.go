// See recover-as-argument.c.
package main

import "fmt"

func show(r any) { fmt.Println("show", r) }
func f() {
	defer show(recover())
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
