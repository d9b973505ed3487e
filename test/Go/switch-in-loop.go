// See switch-in-loop.c.
package main

import "fmt"

func f() {
	state := 0
	for state < 4 {
		switch state {
		case 0:
			defer fmt.Println("open")
			state = 2
		case 1:
			defer fmt.Println("write")
			state = 3
		case 2:
			state = 1
		case 3:
			defer fmt.Println("close")
			state = 4
		}
	}
}
func main() { f() }
