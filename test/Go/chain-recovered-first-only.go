// See chain-recovered-first-only.c.
package main

func main() {
	defer panic("D")
	defer panic("C")
	defer func() {
		recover()
		panic("B")
	}()
	panic("A")
}
