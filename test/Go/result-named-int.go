// See result-named-int.c.
package main

import "fmt"

func f(n int) (r int) {
	defer func() { r += 100 }()
	return n * 2
}
func main() { fmt.Println(f(1), f(2)) }
