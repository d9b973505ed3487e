// See recover-twice.c.
package main

import "fmt"

func f() {
	defer func() {
		fmt.Println("first", recover())
		fmt.Println("second", recover())
	}()
	panic("A")
}
func main() { f() }
