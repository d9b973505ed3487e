// See frozen-many-arguments.c.
package main

import "fmt"

func show(a, b, c, d, e, f, g, h, i, j int, x, y float64, k, l int) {
	fmt.Println(a, b, c, d, e, f, g, h, i, j, int(x), int(y), k, l)
}
func f() {
	a, x := 1, 11.0
	defer show(a, a+1, a+2, a+3, a+4, a+5, a+6, a+7, a+8, a+9, x, x+1, 13, 14)
	a, x = 100, 100
}
func main() { f() }
