// See result-struct-small.c.
package main

import "fmt"

type pair struct{ a, b int32 }

func f() (r pair) {
	defer func() { r.b = 20 }()
	return pair{1, 2}
}
func main() { fmt.Println(f().a, f().b) }
