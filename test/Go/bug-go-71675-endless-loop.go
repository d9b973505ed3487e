// See bug-go-71675-endless-loop.c.
package main

import "fmt"

func next(n int) int {
	if n == 5 {
		panic("A")
	}
	return n + 1
}
func endless() (n int) {
	defer func() { fmt.Println(recover(), n) }()
	for {
		n = next(n)
	}
}
func main() { fmt.Println(endless()) }
