// See loop-nested-variables.c.
package main

import "fmt"

func f() {
	for i := 0; i < 2; i++ {
		a := i
		for j := 0; j < 2; j++ {
			b := j
			defer func() {
				fmt.Println(a, b)
				a += 10
			}()
			b += 5
		}
		a += 2
	}
}
func main() { f() }
