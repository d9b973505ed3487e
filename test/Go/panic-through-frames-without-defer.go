// See panic-through-frames-without-defer.c.
package main

import "fmt"

func c() { panic("A") }
func b() { c(); fmt.Println("not reached") }
func a() {
	defer fmt.Println("a")
	b()
}
func plain() { a(); fmt.Println("not reached") }
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	plain()
}
