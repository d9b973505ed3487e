// See bug-tinygo-2331-recover-in-loop.c.
package main

import "fmt"

func f(n int) (r string) {
	for i := 0; i < n; i++ {
		defer func() {
			if x := recover(); x != nil {
				r = fmt.Sprint("recovered ", x)
			}
		}()
	}
	panic("A")
}
func main() {
	fmt.Println(f(1))
	fmt.Println(f(3))
}
