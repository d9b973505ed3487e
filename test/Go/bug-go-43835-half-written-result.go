// See bug-go-43835-half-written-result.c.
package main

import "fmt"

func bad() int { panic("A") }
func f() (a, b int) {
	defer func() { recover() }()
	return 99, bad()
}
func g() (p [3]int) {
	defer func() { recover() }()
	p[0] = 1
	return [3]int{7, bad(), 9}
}
func main() {
	fmt.Println(f())
	fmt.Println(g()[0], g()[2])
}
