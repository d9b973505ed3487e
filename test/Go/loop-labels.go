// See loop-labels.c.
package main

import "fmt"

func f() {
outer:
	for i := 0; i < 4; i++ {
		defer fmt.Println("outer", i)
		for j := 0; j < 4; j++ {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			defer fmt.Println("inner", i*10+j)
		}
	}
	fmt.Println("body")
}
func main() { f() }
