// See inner-loops.c.
package main

import "fmt"

func try(n int) {
	defer func() { fmt.Println("try", recover()) }()
	panic(fmt.Sprint(n))
}
func f() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		for i := 0; i < 3; i++ {
			try(i)
		}
	}()
	panic("A")
}
func main() { f() }
