// See goexit-runs-deferred.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func inner() {
	defer fmt.Println("inner")
	runtime.Goexit()
	fmt.Println("not reached")
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
