// See result-string.c.
package main

import "fmt"

func f(n int) (s string) {
	defer func() {
		if s == "" {
			s = "nothing"
		}
	}()
	if n == 0 {
		return ""
	}
	return "something"
}
func main() { fmt.Println(f(0), f(1)) }
