// See result-discarded.c.
package main

import "fmt"

type large struct{ a [9]int }

func g() int       { fmt.Println("g"); return 1 }
func h() (l large) { fmt.Println("h"); return l }
func d() float64   { fmt.Println("d"); return 1.5 }
func f() int {
	defer g()
	defer h()
	defer d()
	return 5
}
func main() { fmt.Println(f()) }
