// See result-floats.c.
package main

import "fmt"

func f(x float64) (r float64) {
	defer func() { r /= 2 }()
	return x + 1
}
func g(x float32) (r float32) {
	defer func() { r /= 2 }()
	return x + 1
}
func main() { fmt.Printf("%.2f %.2f\n", f(2), g(3.5)) }
