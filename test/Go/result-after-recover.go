// See result-after-recover.c.
package main

import "fmt"

func f() (r int) {
	defer func() { recover() }()
	r = 1
	r = 2
	panic("A")
}
func main() { fmt.Println(f()) }
