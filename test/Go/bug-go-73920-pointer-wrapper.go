// See bug-go-73920-pointer-wrapper.c.
package main

import "fmt"

type T int

func callRecover() {
	if recover() != nil {
		fmt.Println("wrong")
	}
}
func (*T) M() { callRecover() }

type S struct{ *T }

var fn = (*S).M
var p = &S{new(T)}

func f() {
	defer func() { fmt.Println("f", recover()) }()
	defer fn(p)
	panic("A")
}
func main() { f() }
