// See frozen-int64.c.
package main

import "fmt"

func show(x int64, y uint64) { fmt.Println(x, y) }
func f() {
	x, y := int64(-9223372036854775807), uint64(18446744073709551615)
	defer show(x, y)
	x, y = 0, 0
}
func main() { f() }
