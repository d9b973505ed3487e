// See bug-go-37688-recover-panic-again.c.
package main

import "fmt"

func work(n int) (sum int) {
	var pad [64]int
	for i := range pad {
		pad[i] = n + i
	}
	defer func() {
		r := recover()
		sum = pad[n%64]
		if n > 0 && n%3 != 0 {
			panic(fmt.Sprint(r, " ", n))
		}
		fmt.Println(n, r)
	}()
	if n == 20 {
		panic("A")
	}
	sum = work(n + 1)
	panic(fmt.Sprint("again ", n, " ", sum))
}
func main() { fmt.Println(work(0)) }
