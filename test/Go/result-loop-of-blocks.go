// See result-loop-of-blocks.c.
package main

import "fmt"

func f() (r int) {
	for i := 1; i <= 3; i++ {
		n := i
		defer func() { r = r*10 + n }()
	}
	return 9
}
func main() { fmt.Println(f()) }
