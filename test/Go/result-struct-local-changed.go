// See result-struct-local-changed.c.
package main

import "fmt"

type pair struct{ a, b int }

func f() pair {
	p := pair{1, 2}
	defer func() {
		p.a = 9
		fmt.Println("p", p.a)
	}()
	return p
}
func main() { fmt.Println(f().a) }
