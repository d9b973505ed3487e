// See loop-nested.c.
package main

import "fmt"

func f() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("outer", i)
		for j := 0; j < i; j++ {
			defer fmt.Println("inner", i*10+j)
		}
		defer fmt.Println("behind", i)
	}
}
func main() { f() }
