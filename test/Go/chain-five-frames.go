// See chain-five-frames.c.
package main

import "fmt"

func f(n int) {
	defer func() { panic(fmt.Sprint("deferred ", n)) }()
	if n == 1 {
		panic("first")
	}
	f(n - 1)
}
func main() { f(4) }
