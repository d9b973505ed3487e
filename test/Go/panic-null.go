// See panic-null.c.
package main

import "fmt"

func main() {
	defer fmt.Println("deferred")
	panic(nil)
}
