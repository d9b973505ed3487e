// See recover-same-function-both-ways.c.
package main

import "fmt"

func handler(s string) { fmt.Println(s, recover()) }
func f() {
	defer handler("deferred")
	defer func() { handler("called by a block") }()
	handler("called")
	panic("A")
}
func main() { f() }
