// See bug-go-43920-nested-panic-entry.c.
package main

import "fmt"

func middle() {
	defer fmt.Println("middle 1")
	defer func() {
		defer func() { fmt.Println("middle recovered", recover()) }()
		defer func() {
			defer panic("C")
			panic("B")
		}()
	}()
	defer fmt.Println("middle 2")
	panic("A")
}
func main() {
	defer fmt.Println("main 1")
	defer func() { fmt.Println("main recovered", recover()) }()
	defer func() {
		defer fmt.Println("main 2")
		middle()
		fmt.Println("not reached")
	}()
	defer fmt.Println("main 3")
}
