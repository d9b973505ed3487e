// See result-bool-and-char.c.
package main

import "fmt"

func f(n int) (r bool) {
	defer func() { r = !r }()
	return n > 0
}
func g(n int) (r byte) {
	defer func() { r++ }()
	return byte(n)
}
func main() { fmt.Println(f(1), f(-1), g(254), g(255)) }
