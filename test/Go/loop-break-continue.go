// See loop-break-continue.c.
package main

import "fmt"

func f() {
	for i := 0; ; i++ {
		if i == 1 {
			continue
		}
		defer fmt.Println("a", i)
		if i == 3 {
			break
		}
		defer fmt.Println("b", i)
	}
	fmt.Println("after")
}
func main() { f() }
