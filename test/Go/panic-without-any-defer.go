// See panic-without-any-defer.c.
package main

import "fmt"

func f() { panic("A") }
func main() {
	fmt.Println("before")
	f()
}
