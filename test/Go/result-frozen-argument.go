// See result-frozen-argument.c.
package main

import "fmt"

func f() (r int) {
	r = 1
	defer fmt.Println("frozen", r)
	defer func() { fmt.Println("block", r) }()
	return 2
}
func main() { fmt.Println(f()) }
