// See result-several-returns.c.
package main

import "fmt"

func f(n int) (r int) {
	defer func() { r = -r }()
	switch n {
	case 0:
		return 10
	case 1:
		return 20
	}
	if n == 2 {
		r = 30
		return r
	}
	return 40
}
func main() { fmt.Println(f(0), f(1), f(2), f(3)) }
