// See frozen-small-ints.c.
package main

import "fmt"

func show(a int8, b uint8, c int16, d uint16, e bool) {
	fmt.Println(int(a), int(b), int(c), int(d), e)
}
func f() {
	a, b, c, d, e := int8(-1), uint8(255), int16(-300), uint16(65535), true
	defer show(a, b, c, d, e)
	a, b, c, d, e = 0, 0, 0, 0, false
}
func main() { f() }
