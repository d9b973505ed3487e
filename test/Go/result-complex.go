// See result-complex.c.
package main

import "fmt"

func f(x float64) (r complex128) {
	defer func() { r *= 2 }()
	return complex(x, -x)
}
func main() {
	z := f(1.5)
	fmt.Printf("%.1f %.1f\n", real(z), imag(z))
}
