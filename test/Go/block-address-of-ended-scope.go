// See block-address-of-ended-scope.c.
package main

import "fmt"

func show(p *[4]int) { fmt.Println(p[0], p[3]) }
func f(c bool) {
	if c {
		a := [4]int{1, 2, 3, 4}
		defer show(&a)
		a[3] = 40
	}
	var b [4]int
	b[0] = 9
	fmt.Println("b", b[0])
}
func main() {
	f(true)
	f(false)
}
