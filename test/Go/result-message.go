// See result-message.c.
package main

import "fmt"

func parse(n int) int {
	if n < 0 {
		panic(fmt.Sprintf("bad number %d", n))
	}
	return n
}
func f(n int) (err string) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Sprint("f: ", r)
		}
	}()
	parse(n)
	return "ok"
}
func main() {
	fmt.Println(f(1))
	fmt.Println(f(-1))
}
