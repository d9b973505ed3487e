// See goexit-in-loop-of-defers.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func thread(wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < 3; i++ {
		n := i
		defer func() { fmt.Println("n", n) }()
	}
	runtime.Goexit()
}
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go thread(&wg)
	wg.Wait()
}
