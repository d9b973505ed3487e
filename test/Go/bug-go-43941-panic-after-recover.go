// See bug-go-43941-panic-after-recover.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("f 3", recover()) }()
	defer func() {
		defer func() { fmt.Println("f 2", recover()) }()
		g()
	}()
	panic("A")
}
func g() {
	defer fmt.Println("g 3")
	defer func() {
		fmt.Println("g 2", recover())
		panic("C")
	}()
	defer fmt.Println("g 1")
	panic("B")
}
func main() {
	f()
	fmt.Println("went on")
}
