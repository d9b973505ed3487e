// See result-after-recover-not-named.c.
package main

import "fmt"

func g() int { panic("A") }
func f() int {
	defer func() { recover() }()
	return 5 + g()
}
func main() { fmt.Println(f()) }
