// See chain-recovered-then-later-defer-panics.c.
package main

import "fmt"

func main() {
	defer panic("B")
	defer func() { fmt.Println("recovered", recover()) }()
	panic("A")
}
