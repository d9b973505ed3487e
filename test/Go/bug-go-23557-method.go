// See bug-go-23557-method.c.
package main

import "fmt"

type T struct{ name string }

func (t *T) M() { fmt.Println(t.name, recover()) }

var m = (*T).M

func f() {
	t := &T{"t"}
	defer m(t)
	t = nil
	panic("A")
}
func main() { f() }
