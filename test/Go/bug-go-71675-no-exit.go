// See bug-go-71675-no-exit.c.
package main

import "fmt"

func always() (n int, s string) {
	defer func() {
		recover()
		n++
		s = "recovered"
	}()
	n = 6
	panic("A")
}
func main() {
	n, s := always()
	fmt.Println(n, s)
}
