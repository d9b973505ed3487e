// See recover-in-function.c.
package main

import "fmt"

func handler(n int) { fmt.Println(n, "recovered", recover()) }
func f() {
	defer handler(1)
	panic("A")
}
func main() {
	f()
	fmt.Println("went on")
}
