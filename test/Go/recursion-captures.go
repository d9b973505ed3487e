// See recursion-captures.c.
package main

import "fmt"

func f(n int) (sum int) {
	x := n * 2
	defer func() {
		sum += x
		fmt.Println(n, x, sum)
	}()
	if n == 0 {
		return 0
	}
	x++
	return f(n - 1)
}
func main() { fmt.Println(f(4)) }
