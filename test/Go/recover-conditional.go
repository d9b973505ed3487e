// See recover-conditional.c.
package main

import "fmt"

func f(s string) {
	defer func() { fmt.Println("outer", recover()) }()
	func() {
		defer func() {
			if s == "mine" {
				fmt.Println("inner", recover())
			}
		}()
		panic(s)
	}()
	fmt.Println("went on")
}
func main() {
	f("mine")
	f("other")
}
