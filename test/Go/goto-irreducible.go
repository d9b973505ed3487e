// See goto-irreducible.c.
package main

import "fmt"

func f(n int, second bool) {
	i := 0
	if second {
		goto b
	}
a:
	defer fmt.Println("a", i)
	i++
b:
	defer fmt.Println("b", i)
	i++
	if i < n {
		goto a
	}
	if n == 5 {
		panic("A")
	}
}
func try(n int, second bool) {
	defer func() { fmt.Println("recovered", recover()) }()
	f(n, second)
}
func main() {
	try(4, false)
	try(4, true)
	try(5, true)
}
