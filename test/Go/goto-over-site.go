// See goto-over-site.c.
package main

import "fmt"

func f(c bool) {
	if c {
		goto end
	}
	defer fmt.Println("passed by")
end:
	defer fmt.Println("end")
}
func main() {
	f(true)
	f(false)
}
