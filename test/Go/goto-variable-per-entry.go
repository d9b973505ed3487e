// See goto-variable-per-entry.c.
package main

import "fmt"

func f() {
	i := 0
again:
	{
		n := i * 10
		defer func() { fmt.Println("n", n) }()
		n++
	}
	i++
	if i < 3 {
		goto again
	}
}
func main() { f() }
