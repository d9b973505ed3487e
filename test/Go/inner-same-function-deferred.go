// See inner-same-function-deferred.c.
package main

import "fmt"

var count int

func f() {
	count++
	if count == 4 {
		return
	}
	defer func() { fmt.Println(recover()) }()
	defer f()
	panic(fmt.Sprint("panic ", count))
}
func main() { f() }
