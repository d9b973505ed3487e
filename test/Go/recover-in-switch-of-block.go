// See recover-in-switch-of-block.c.
package main

import "fmt"

func f(n int) {
	defer func() {
		for i := 0; i < 3; i++ {
			switch {
			case i == n:
				fmt.Println(i, recover())
			default:
				fmt.Println(i)
			}
		}
	}()
	panic("A")
}
func main() {
	f(0)
	f(2)
}
