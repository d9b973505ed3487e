// See result-of-two-values.c.
package main

import "fmt"

func f(n int) (v int, ok bool) {
	defer func() {
		if !ok {
			v = -1
		}
	}()
	if n > 10 {
		return n, true
	}
	return n, false
}
func main() {
	v, ok := f(11)
	fmt.Println(v, ok)
	v, ok = f(3)
	fmt.Println(v, ok)
}
