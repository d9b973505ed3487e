// See bug-go-73917-wrapper.c.
package main

import "fmt"

type T int

//go:noinline
func callRecover() {
	if recover() != nil {
		fmt.Println("wrong")
	}
}

//go:noinline
func (*T) M() { callRecover() }

type S struct{ *T }

var fn = S.M

func f() {
	defer func() { fmt.Println("f", recover()) }()
	defer fn(S{new(T)})
	panic("A")
}
func main() { f() }
