// See goexit-panic-recovered-inside.c.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func thread(wg *sync.WaitGroup) {
	defer wg.Done()
	defer fmt.Println("last")
	defer func() {
		defer func() { fmt.Println("recovered", recover()) }()
		panic("A")
	}()
	runtime.Goexit()
}
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go thread(&wg)
	wg.Wait()
}
