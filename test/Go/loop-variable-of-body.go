// See loop-variable-of-body.c.
package main

import "fmt"

func f() {
	for i := 0; i < 4; i++ {
		n := i * 10
		defer func() { fmt.Println("n", n) }()
		n++
	}
}
func main() { f() }
