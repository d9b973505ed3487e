// See bug-go-73916-inlined-helper.c.
package main

import "fmt"

func callRecover() {
	if recover() != nil {
		fmt.Println("wrong")
	}
}
func f(int) { callRecover() }
func main() {
	defer func() { fmt.Println("main", recover()) }()
	defer f(1)
	panic("A")
}
