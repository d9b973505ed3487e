// See goto-backward-once.c.
package main

import "fmt"

func f() {
	n := 0
again:
	if n == 0 {
		defer fmt.Println("only once")
	}
	defer fmt.Println("each time", n)
	n++
	if n < 3 {
		goto again
	}
}
func main() { f() }
