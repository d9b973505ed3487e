// See recover-in-deferred-of-deferred.c.
package main

import "fmt"

func f() {
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		fmt.Println("outer")
	}()
	panic("A")
}
func main() {
	defer func() { fmt.Println("main", recover()) }()
	f()
}
