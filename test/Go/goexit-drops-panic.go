// See goexit-drops-panic.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func thread(wg *sync.WaitGroup) {
	defer wg.Done()
	defer func() { fmt.Println("recovered", recover()) }()
	defer runtime.Goexit()
	panic("A")
}
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go thread(&wg)
	wg.Wait()
	fmt.Println("main")
}
