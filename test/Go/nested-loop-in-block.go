// See nested-loop-in-block.c.
package main

import "fmt"

func f() {
	defer fmt.Println("last")
	defer func() {
		for i := 0; i < 3; i++ {
			defer fmt.Println("inner", i)
		}
		fmt.Println("end of block")
	}()
}
func main() { f() }
