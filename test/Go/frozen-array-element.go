// See frozen-array-element.c.
package main

import "fmt"

func f() {
	a := [3]int{10, 20, 30}
	i := 1
	defer fmt.Println("deferred", a[i])
	i = 2
	a[1] = 99
	defer fmt.Println("deferred", a[i])
	a[2] = 99
}
func main() { f() }
