// See bug-go-48459-unreachable-recover.c.
package main

import "fmt"

func f(n int) {
	if n > 0 {
		fmt.Println("positive")
		return
		defer func() { recover() }()
	}
	return
	recover()
}
func main() {
	f(1)
	f(0)
	fmt.Println("end")
}
