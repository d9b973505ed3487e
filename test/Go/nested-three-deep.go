// See nested-three-deep.c.
package main

import "fmt"

func f() {
	defer func() {
		defer func() {
			defer func() { fmt.Println("3") }()
			fmt.Println("2")
		}()
		defer fmt.Println("1b")
		fmt.Println("1")
	}()
	fmt.Println("0")
}
func main() { f() }
