// See bug-go-73916-inlined-deferred.c.
package main

import "fmt"

func handler(n int) { fmt.Println(n, recover()) }
func f() {
	defer handler(1)
	defer func() { handler(2) }()
	panic("A")
}
func main() { f() }
