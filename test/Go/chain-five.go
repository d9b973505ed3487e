// See chain-five.c.
package main

func main() {
	defer panic("E")
	defer panic("D")
	defer panic("C")
	defer panic("B")
	panic("A")
}
