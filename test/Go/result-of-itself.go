// See result-of-itself.c.
package main

import "fmt"

func f(c bool) (r int) {
	r = 5
	defer func() { r *= 2 }()
	if c {
		return r
	}
	return r + 1
}
func main() { fmt.Println(f(true), f(false)) }
