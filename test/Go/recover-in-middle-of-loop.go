// See recover-in-middle-of-loop.c.
package main

import "fmt"

func f() {
	for i := 0; i < 5; i++ {
		n := i
		defer func() {
			if n == 2 {
				fmt.Println(n, recover())
			} else {
				fmt.Println(n)
			}
		}()
	}
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
