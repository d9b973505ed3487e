// See bug-go-48898-skipped-call.c.
package main

import "fmt"

func inner() {
	defer func() {
		defer func() { fmt.Println("recovered", recover()) }()
		defer panic("C")
		panic("B")
	}()
	defer func() { fmt.Println("recovered", recover()) }()
	panic("A")
}
func f() (a [2]int) {
	defer fmt.Println("must run")
	inner()
	return [2]int{1, 2}
}
func main() {
	defer fmt.Println("must run last")
	fmt.Println(f()[1])
}
