// See nested-captures.c.
package main

import "fmt"

func f() {
	a := 1
	defer func() {
		b := a * 10
		defer func() { fmt.Println(a, b) }()
		a++
		b++
	}()
	a = 5
}
func main() { f() }
