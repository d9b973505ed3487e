// See result-struct-after-recover.c.
package main

import "fmt"

type large struct{ a, b, c, d, e int }

func f(n int) (r large) {
	defer func() {
		if recover() != nil {
			r.e = 5
		}
	}()
	r.a = 1
	if n == 1 {
		panic("A")
	}
	r.b = 2
	return r
}
func main() {
	r := f(0)
	fmt.Println(r.a, r.b, r.e)
	r = f(1)
	fmt.Println(r.a, r.b, r.e)
}
