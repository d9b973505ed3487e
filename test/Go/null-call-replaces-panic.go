// See null-call-replaces-panic.c.
package main

import "fmt"

func f() {
	defer func() {
		r := recover()
		fmt.Println(r != nil, r == "A")
	}()
	var g func()
	defer g()
	panic("A")
}
func main() { f() }
