// See loop-shared-and-own.c.
package main

import "fmt"

func f() {
	sum := 0
	for i := 1; i <= 4; i++ {
		n := i
		defer func() {
			sum += n
			fmt.Println(n, sum)
		}()
	}
	sum = 100
}
func main() { f() }
