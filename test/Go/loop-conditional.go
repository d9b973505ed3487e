// See loop-conditional.c.
package main

import "fmt"

func f() {
	for i := 0; i < 10; i++ {
		if i%3 == 0 {
			defer fmt.Println("third", i)
		} else if i%2 == 0 {
			defer fmt.Println("even", i)
		}
	}
}
func main() { f() }
