// See repanic-value-kept.c.
package main

import "fmt"

type failure struct{ code int }

func f(e *failure) {
	defer func() {
		r := recover()
		panic(r)
	}()
	panic(e)
}
func main() {
	e := &failure{7}
	defer func() { fmt.Println(recover() == e, e.code) }()
	f(e)
}
