// See recursion-tree.c.
package main

import "fmt"

func f(n int, s string) {
	defer fmt.Println(s, n)
	if n == 0 {
		return
	}
	defer f(n-1, "deferred")
	f(n-1, "called")
}
func main() { f(3, "root") }
