// See chain-recovered-five.c.
package main

import "fmt"

func main() {
	for i := 4; i > 0; i-- {
		n := i
		defer func() {
			fmt.Println("recovered", recover())
			panic(fmt.Sprint("panic ", n))
		}()
	}
	panic("panic 0")
}
