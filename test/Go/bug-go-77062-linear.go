// See bug-go-77062-linear.c.
package main

import "fmt"

var count int

func f(n int) {
	defer func() {
		r := recover()
		count++
		if n > 0 {
			panic(r)
		}
	}()
	if n == 3000 {
		panic("A")
	}
	f(n + 1)
}
func main() {
	f(0)
	fmt.Println(count)
}
