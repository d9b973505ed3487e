// See panic-in-result.c.
package main

import "fmt"

func bad() int { panic("A") }
func f() (r int) {
	defer func() {
		fmt.Println("recovered", recover(), r)
		r = 3
	}()
	r = 1
	return bad()
}
func main() { fmt.Println(f()) }
