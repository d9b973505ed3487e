// See null-call-in-loop.c.
package main

import "fmt"

func g() { fmt.Println("g") }
func f() {
	defer func() { fmt.Println("recovered", recover() != nil) }()
	for i := 0; i < 3; i++ {
		h := g
		if i == 1 {
			h = nil
		}
		defer h()
	}
}
func main() { f() }
