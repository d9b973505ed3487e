// See result-struct-large.c.
package main

import "fmt"

type large struct{ a [20]int }

func f(n int) (r large) {
	defer func() { r.a[19] += r.a[0] }()
	var l large
	l.a[0], l.a[19] = n, 1
	return l
}
func main() { fmt.Println(f(5).a[0], f(5).a[19]) }
