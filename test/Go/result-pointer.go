// See result-pointer.c.
package main

import "fmt"

var a, b = 1, 2

func f() (p *int) {
	defer func() {
		*p = 10
		p = &b
	}()
	return &a
}
func main() { fmt.Println(*f(), a) }
