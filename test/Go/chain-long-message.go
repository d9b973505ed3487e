// See chain-long-message.c.
package main

func main() {
	text := ""
	for i := 0; i < 100; i++ {
		text += "123456789"
	}
	panic(text)
}
