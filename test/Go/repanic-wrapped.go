// See repanic-wrapped.c.
package main

import "fmt"

func f(n int) {
	defer func() { panic(fmt.Sprint(n, ": ", recover())) }()
	if n == 0 {
		panic("A")
	}
	f(n - 1)
}
func main() {
	defer func() { fmt.Println(recover()) }()
	f(3)
}
