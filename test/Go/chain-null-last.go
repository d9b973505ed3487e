// See chain-null-last.c.
package main

func main() {
	defer panic(nil)
	panic("A")
}
