// See block-shadowed-variables.c.
package main

import "fmt"

func f() {
	x := 1
	defer func() { fmt.Println("outer", x) }()
	{
		x := 2
		defer func() { fmt.Println("first", x) }()
		x = 20
	}
	{
		x := 3
		defer func() { fmt.Println("second", x) }()
		x = 30
	}
	x = 10
}
func main() { f() }
