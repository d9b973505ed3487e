// See chain-empty-message.c.
package main

func main() {
	defer panic("B")
	panic("")
}
