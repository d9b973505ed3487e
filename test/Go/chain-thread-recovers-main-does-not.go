// See chain-thread-recovers-main-does-not.c.
package main

import "fmt"

func work() {
	defer func() { fmt.Println("thread", recover()) }()
	panic("B")
}
func thread(done chan bool) {
	work()
	done <- true
}
func main() {
	defer func() {
		done := make(chan bool)
		go thread(done)
		<-done
		fmt.Println("joined")
	}()
	panic("A")
}
