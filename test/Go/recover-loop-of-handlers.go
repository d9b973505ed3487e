// See recover-loop-of-handlers.c.
package main

import "fmt"

func f() {
	for i := 0; i < 3; i++ {
		n := i
		defer func() { fmt.Println(n, recover()) }()
	}
	panic("A")
}
func main() { f() }
