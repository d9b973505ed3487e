// See result-panic-after-named-return.c.
package main

import "fmt"

func f() (r int) {
	defer func() {
		recover()
		r++
	}()
	defer panic("A")
	defer func() { r *= 10 }()
	return 5
}
func main() { fmt.Println(f()) }
