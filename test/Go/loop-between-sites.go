// See loop-between-sites.c.
package main

import "fmt"

func f() {
	defer fmt.Println("before")
	for i := 0; i < 2; i++ {
		defer fmt.Println("first", i)
	}
	defer fmt.Println("between")
	for i := 0; i < 2; i++ {
		defer fmt.Println("second", i)
	}
	defer fmt.Println("behind")
}
func main() { f() }
