// See recover-in-loop-body-function.c.
package main

import "fmt"

func f(n int) (r int) {
	defer func() {
		if recover() != nil {
			r = -n
		}
	}()
	if n%3 == 0 {
		panic("A")
	}
	return n
}
func main() {
	sum := 0
	for n := 0; n < 1000; n++ {
		sum += f(n)
	}
	fmt.Println(sum)
}
