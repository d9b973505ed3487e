// See loop-return.c.
package main

import "fmt"

func f(stop int) int {
	for i := 0; i < 5; i++ {
		defer fmt.Println("deferred", i)
		if i == stop {
			return i * 10
		}
	}
	return -1
}
func main() {
	fmt.Println("returned", f(2))
	fmt.Println("returned", f(9))
}
