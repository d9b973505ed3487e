// See repanic-finally.c.
package main

import "fmt"

func f() {
	defer fmt.Println("rest")
	defer func() {
		r := recover()
		fmt.Println("cleaning up after", r)
		if r != nil {
			panic(r)
		}
	}()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
