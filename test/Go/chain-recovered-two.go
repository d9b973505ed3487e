// See chain-recovered-two.c.
package main

func main() {
	defer func() {
		recover()
		panic("B")
	}()
	panic("A")
}
