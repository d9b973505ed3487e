// See result-address-passed.c.
package main

import "fmt"

func double(p *int) { *p *= 2 }
func f() (r int) {
	defer double(&r)
	return 21
}
func main() { fmt.Println(f()) }
