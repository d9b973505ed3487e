// See frozen-complex.c.
package main

import "fmt"

func show(z complex128) { fmt.Printf("%.1f %.1f\n", real(z), imag(z)) }
func f() {
	z := complex(1.5, -2.5)
	defer show(z)
	z = 0
}
func main() { f() }
