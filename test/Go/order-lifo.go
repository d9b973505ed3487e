// See order-lifo.c.
package main

import "fmt"

func f() {
	defer fmt.Println("1")
	defer fmt.Println("2")
	defer fmt.Println("3")
	fmt.Println("body")
}
func main() { f() }
