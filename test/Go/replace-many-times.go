// See replace-many-times.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered", recover()) }()
	for i := 0; i < 100; i++ {
		n := i
		defer func() { panic(fmt.Sprint(n)) }()
	}
}
func main() { f() }
