// See chain-null-first.c.
package main

func main() {
	defer panic("B")
	panic(nil)
}
