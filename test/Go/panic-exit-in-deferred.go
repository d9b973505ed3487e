// See panic-exit-in-deferred.c.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not reached")
	defer os.Exit(3)
	defer fmt.Println("first")
	panic("A")
}
