// See frozen-variadic.c.
package main

import "fmt"

func f() {
	n, d, s := 1, 2.5, "three"
	defer fmt.Printf("%d %.1f %s %c\n", n, d, s, 'x')
	n, d, s = 0, 0, ""
}
func main() { f() }
