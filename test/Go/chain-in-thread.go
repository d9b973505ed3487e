// See chain-in-thread.c.
package main

import "fmt"

func thread(done chan bool) {
	defer panic("B")
	panic("A")
}
func main() {
	defer fmt.Println("not reached")
	done := make(chan bool)
	go thread(done)
	<-done
}
