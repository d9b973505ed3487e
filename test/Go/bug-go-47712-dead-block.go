// See bug-go-47712-dead-block.c.
package main

import "fmt"

func f() {
	if false {
		defer func() { fmt.Println(recover()) }()
	}
	fmt.Println("f")
}
func g() {
	for false {
		defer func() { fmt.Println(recover()) }()
	}
	defer fmt.Println("deferred")
	fmt.Println("g")
}
func main() {
	f()
	g()
}
