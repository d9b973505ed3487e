// See frozen-struct-large.c.
package main

import "fmt"

type large struct{ a [20]int }

func show(l large) { fmt.Println(l.a[0], l.a[10], l.a[19]) }
func f() {
	var l large
	for i := range l.a {
		l.a[i] = i
	}
	defer show(l)
	l = large{}
}
func main() { f() }
