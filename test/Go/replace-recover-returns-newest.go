// See replace-recover-returns-newest.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered", recover()) }()
	defer panic("B")
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
