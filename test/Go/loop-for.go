// See loop-for.c.
package main

import "fmt"

func f(n int) {
	for i := 0; i < n; i++ {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("body")
}
func main() {
	f(0)
	f(1)
	f(5)
}
