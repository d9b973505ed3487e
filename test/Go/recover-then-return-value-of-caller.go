// See recover-then-return-value-of-caller.c.
package main

import "fmt"

func g() (r int) {
	defer func() {
		recover()
		r = 7
	}()
	panic("A")
}
func f() (r int) {
	defer func() { r++ }()
	r = 100
	return r + g()
}
func main() { fmt.Println(f()) }
