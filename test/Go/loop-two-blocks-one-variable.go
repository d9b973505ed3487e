// See loop-two-blocks-one-variable.c.
package main

import "fmt"

func f() {
	for i := 0; i < 3; i++ {
		n := i
		defer func() { fmt.Println("second", n) }()
		defer func() { n += 100 }()
	}
}
func main() { f() }
