// See bug-go-43921-recover-then-nested.c.
package main

import "fmt"

func f() {
	defer fmt.Println("5")
	defer func() {
		defer func() {
			fmt.Println("4", recover())
		}()
		panic("B")
	}()
	defer func() {
		func() {
			defer func() {
				fmt.Println("3", recover())
			}()
			defer fmt.Println("2")
			panic("C")
		}()
	}()
	defer fmt.Println("1")
	panic("A")
}
func main() {
	defer func() { fmt.Println("6", recover()) }()
	f()
}
