// See inner-five-levels.c.
package main

import "fmt"

func f(n int) {
	defer func() {
		if n > 0 {
			f(n - 1)
		}
		fmt.Println(n, recover())
	}()
	panic(fmt.Sprint("panic ", n))
}
func main() { f(5) }
