// See frozen-int.c.
package main

import "fmt"

func f() {
	x := 1
	defer fmt.Println("deferred", x)
	x = 2
	fmt.Println("now", x)
}
func main() { f() }
