// See recover-remaining-run.c.
package main

import "fmt"

func f() {
	defer fmt.Println("1")
	defer func() { fmt.Println("2") }()
	defer func() { fmt.Println("recovered", recover()) }()
	defer fmt.Println("4")
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
