// See chain-loop.c.
package main

import "fmt"

func main() {
	for i := 0; i < 4; i++ {
		n := i
		defer func() { panic(fmt.Sprint(n)) }()
	}
}
