// See exit-runs-nothing.c.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not reached")
	fmt.Println("body")
	os.Exit(7)
}
