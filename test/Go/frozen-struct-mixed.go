// See frozen-struct-mixed.c.
package main

import "fmt"

type mixed struct {
	c    byte
	d    float64
	name string
	n    int16
}

func show(m mixed) { fmt.Printf("%c %.1f %s %d\n", m.c, m.d, m.name, m.n) }
func f() {
	m := mixed{'x', 1.5, "name", -7}
	defer show(m)
	m = mixed{'y', 2.5, "other", 7}
	defer show(m)
}
func main() { f() }
