// See panic-runs-deferred.c.
package main

import "fmt"

func f() {
	defer fmt.Println("1")
	defer fmt.Println("2")
	panic("A")
	defer fmt.Println("3")
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
	fmt.Println("not reached")
}
