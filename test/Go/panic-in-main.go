// See panic-in-main.c.
package main

import "fmt"

func main() {
	defer fmt.Println("deferred in main")
	panic("A")
}
