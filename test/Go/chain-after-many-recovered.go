// See chain-after-many-recovered.c.
package main

import "fmt"

func try(n int) (r string) {
	defer func() { r = fmt.Sprint(recover()) }()
	panic(fmt.Sprint(n))
}
func main() {
	defer fmt.Println("end")
	for i := 0; i < 100; i++ {
		try(i)
	}
	panic("A")
}
