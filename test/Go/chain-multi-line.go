// See chain-multi-line.c.
package main

func main() {
	defer panic("B\nb")
	panic("A\na")
}
