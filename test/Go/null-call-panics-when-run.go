// See null-call-panics-when-run.c.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered", recover() != nil) }()
	defer fmt.Println("after the null call")
	var g func()
	defer g()
	fmt.Println("body")
}
func main() { f() }
