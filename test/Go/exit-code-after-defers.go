// See exit-code-after-defers.c.
package main

import "os"

func f() (code int) {
	defer func() { code++ }()
	return 4
}
func main() { os.Exit(f()) }
