// See result-int64.c.
package main

import "fmt"

func f(n int64) (r int64) {
	defer func() { r-- }()
	return n << 40
}
func main() { fmt.Println(f(1), f(-3)) }
