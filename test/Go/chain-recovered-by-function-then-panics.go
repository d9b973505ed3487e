// See chain-recovered-by-function-then-panics.c.
package main

import "fmt"

func handler(s string) {
	fmt.Println("handler", recover())
	panic(s)
}
func main() {
	defer handler("C")
	defer handler("B")
	panic("A")
}
