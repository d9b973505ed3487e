// See result-starts-as-zero.c.
package main

import "fmt"

func f() (r int) {
	defer func() {
		recover()
		r++
	}()
	panic("A")
}
func main() { fmt.Println(f()) }
