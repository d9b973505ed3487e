// See bug-go-4066-stale-result.c.
package main

import "fmt"

func touch(c bool) {
	if c {
		panic("A")
	}
}
func f() (value int) {
	defer func() { recover() }()
	value = 1
	touch(false)
	value = 2
	touch(true)
	value = 3
	return
}
func main() { fmt.Println(f()) }
