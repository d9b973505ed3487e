// See nested-block-in-loop.c.
package main

import "fmt"

func f() {
	for i := 0; i < 3; i++ {
		n := i
		defer func() {
			defer fmt.Println("end of", n)
			fmt.Println("block", n)
		}()
	}
}
func main() { f() }
