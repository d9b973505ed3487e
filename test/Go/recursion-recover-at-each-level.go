// See recursion-recover-at-each-level.c.
package main

import "fmt"

func f(n int) {
	defer func() {
		r := recover()
		fmt.Println("level", n, r)
		if n < 5 {
			panic(fmt.Sprint("from ", n))
		}
	}()
	if n == 0 {
		panic("A")
	}
	f(n - 1)
}
func main() { f(5) }
