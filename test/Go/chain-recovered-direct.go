// See chain-recovered-direct.c.
package main

func main() {
	defer panic("B")
	defer func() { defer recover() }()
	panic("A")
}
