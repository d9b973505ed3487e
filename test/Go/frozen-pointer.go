// See frozen-pointer.c.
package main

import "fmt"

func show(p *int) { fmt.Println(*p) }
func f() {
	x, y := 1, 2
	p := &x
	defer show(p)
	p = &y
	x = 10
	*p = 20
}
func main() { f() }
