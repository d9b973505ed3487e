// See block-captures-parameter.c.
package main

import "fmt"

type pair struct{ a, b int }

func f(n int, p pair, q *int) {
	defer func() { fmt.Println(n, p.a, p.b, *q) }()
	n++
	p.b = 5
	*q = 6
}
func main() {
	q := 0
	f(1, pair{2, 3}, &q)
	fmt.Println(q)
}
