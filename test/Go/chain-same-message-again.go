// See chain-same-message-again.c.
package main

func main() {
	defer func() { panic(recover()) }()
	panic("A")
}
