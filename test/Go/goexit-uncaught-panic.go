// See goexit-uncaught-panic.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func thread(wg *sync.WaitGroup) {
	defer fmt.Println("still run")
	defer panic("A")
	runtime.Goexit()
}
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go thread(&wg)
	wg.Wait()
}
