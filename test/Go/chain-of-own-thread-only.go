// See chain-of-own-thread-only.c.
package main

func thread(done chan bool) {
	defer panic("C")
	panic("B")
}
func main() {
	defer func() {
		done := make(chan bool)
		go thread(done)
		<-done
	}()
	panic("A")
}
