// See frozen-floats.c.
package main

import "fmt"

func show(a float32, b float64) { fmt.Printf("%.2f %.4f\n", a, b) }
func f() {
	a, b := float32(1.25), 2.0625
	defer show(a, b)
	a, b = 0, 0
}
func main() { f() }
