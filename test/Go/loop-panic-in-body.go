// See loop-panic-in-body.c.
package main

import "fmt"

func f() {
	for i := 0; i < 5; i++ {
		defer fmt.Println("deferred", i)
		if i == 2 {
			panic("A")
		}
	}
}
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}
