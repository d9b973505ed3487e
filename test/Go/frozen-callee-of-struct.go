// See frozen-callee-of-struct.c.
package main

import "fmt"

type ops struct{ close func(int) }

func good(n int) { fmt.Println("good", n) }
func bad(n int)  { fmt.Println("bad", n) }
func f() {
	o := &ops{good}
	n := 1
	defer o.close(n)
	o.close = bad
	n = 2
	o = nil
}
func main() { f() }
