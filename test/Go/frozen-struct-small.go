// See frozen-struct-small.c.
package main

import "fmt"

type point struct{ x, y int32 }

func show(p point) { fmt.Println(p.x, p.y) }
func f() {
	p := point{1, 2}
	defer show(p)
	p.x = 9
	p.y = 9
}
func main() { f() }
