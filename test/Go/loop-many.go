// See loop-many.c.
package main

import "fmt"

func add(sum *int, n int) { *sum += n }
func f(sum *int) {
	for i := 0; i < 100000; i++ {
		defer add(sum, i)
	}
}
func main() {
	sum := 0
	f(&sum)
	fmt.Println(sum)
}
