// See goexit-panic-recovered-resumes.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func inner() {
	defer func() { fmt.Println("recovered", recover()) }()
	defer panic("A")
	runtime.Goexit()
}
func thread(wg *sync.WaitGroup) {
	defer wg.Done()
	defer fmt.Println("thread")
	inner()
	fmt.Println("not reached")
}
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go thread(&wg)
	wg.Wait()
	fmt.Println("main")
}
