// See thread-recovers-its-own.c.
package main

import (
	"fmt"
	"sync"
)

func thread(n int, out *int, wg *sync.WaitGroup) {
	defer wg.Done()
	defer func() {
		if recover() != nil {
			*out = n * 10
		}
	}()
	if n%2 == 0 {
		panic("A")
	}
	*out = n
}
func main() {
	var wg sync.WaitGroup
	var out [8]int
	for n := 0; n < 8; n++ {
		wg.Add(1)
		go thread(n, &out[n], &wg)
	}
	wg.Wait()
	for n := 0; n < 8; n++ {
		fmt.Println(out[n])
	}
}
