// See chain-recovered-every-other.c.
package main

import "fmt"

func main() {
	for i := 4; i > 0; i-- {
		n := i
		defer func() {
			if n%2 == 0 {
				recover()
			}
			panic(fmt.Sprint("panic ", n))
		}()
	}
	panic("panic 0")
}
