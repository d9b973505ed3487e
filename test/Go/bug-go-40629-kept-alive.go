// See bug-go-40629-kept-alive.c.
package main

import "fmt"

func use(n int) int {
	var pad [50]int
	pad[n%50] = n
	if n == 0 {
		return pad[0]
	}
	return use(n-1) + pad[n%50]
}
func f(fail bool) {
	var x [40]int
	for i := range x {
		x[i] = 0x999
	}
	defer func(p *[40]int) {
		recover()
		for i := range p {
			if p[i] != 0x999 {
				panic("corrupted")
			}
		}
		fmt.Println("whole")
	}(&x)
	defer func() { fmt.Println(use(100)) }()
	defer use(50)
	if fail {
		panic("A")
	}
	for {
	}
}
func main() { f(true) }
