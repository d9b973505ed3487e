// See chain-three.c.
package main

func main() {
	defer panic("C")
	defer panic("B")
	panic("A")
}
