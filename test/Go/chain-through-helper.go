// See chain-through-helper.c.
package main

func helper(n int) {
	if n > 0 {
		helper(n - 1)
	}
	panic("B")
}
func main() {
	defer func() { helper(3) }()
	panic("A")
}
