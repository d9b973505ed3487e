// See panic-pointer-value.c.
package main

import "fmt"

type failure struct{ code int }

var e1, e2 = &failure{1}, &failure{2}

func f(e *failure) {
	defer func() {
		r := recover()
		fmt.Println(r == e1, r == e2, r.(*failure).code)
	}()
	panic(e)
}
func main() {
	f(e1)
	f(e2)
}
