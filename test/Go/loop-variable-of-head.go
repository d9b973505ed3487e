// See loop-variable-of-head.c.
package main

import "fmt"

func f() {
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println("i", i) }()
	}
}
func main() { f() }
