// See bug-go-61895-behind-endless-loop.c.
package main

import (
	"fmt"
	"os"
)

func f() {
	for i := 0; ; i++ {
		if i == 3 {
			fmt.Println("three")
			os.Exit(4)
		}
	}
	defer func() { fmt.Println("never") }()
	defer func() { fmt.Println("never") }()
}
func main() { f() }
