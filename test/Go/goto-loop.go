// See goto-loop.c.
package main

import "fmt"

func f() {
	i := 0
again:
	defer fmt.Println("deferred", i)
	i++
	if i < 4 {
		goto again
	}
	fmt.Println("body")
}
func main() { f() }
