// See panic-in-argument.c.
package main

import "fmt"

func bad() int { panic("A") }
func f() {
	defer fmt.Println("first")
	defer fmt.Println("second", bad())
	fmt.Println("not reached")
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}
