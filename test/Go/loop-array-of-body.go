// See loop-array-of-body.c.
package main

import "fmt"

func show(a *[3]int) { fmt.Println(a[0], a[1], a[2]) }
func f() {
	for i := 0; i < 3; i++ {
		a := [3]int{i, i * 2, 0}
		defer show(&a)
		a[2] = i * 3
	}
}
func main() { f() }
