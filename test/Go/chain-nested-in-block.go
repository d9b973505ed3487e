// See chain-nested-in-block.c.
package main

func main() {
	defer func() {
		defer func() {
			defer panic("D")
			panic("C")
		}()
		panic("B")
	}()
	panic("A")
}
