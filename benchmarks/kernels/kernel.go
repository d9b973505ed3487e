//===-- kernel.go - What a kernel in Go needs, and its program ------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Says in Go what work.c, counts.c and timings.cpp say in C:
//
//	kernels KERNEL N COUNT         runs it, prints what it returned and did
//	kernels time KERNEL:COUNT...   prints nanoseconds for one run of each
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

var trace uint64

func step(what uint64) { trace = (trace<<5 | trace>>59) ^ what }

type Lock struct{ held int }

var outer, middle, inner Lock

//go:noinline
func lock(l *Lock) { l.held++; step(1) }

//go:noinline
func unlock(l *Lock) { l.held--; step(2) }

type Handle struct{ which, opened int }

var handles [8]Handle

//go:noinline
func openHandle(which, i int) *Handle {
	step(3)
	if i&7 == which {
		return nil
	}
	h := &handles[which]
	h.which = which
	h.opened++
	return h
}

//go:noinline
func readHandle(h *Handle) int { step(4); return h.opened & 15 }

//go:noinline
func closeHandle(h *Handle) { step(5 + uint64(h.which)) }

//go:noinline
func acquire(id int) int { step(16 + uint64(id)); return id }

//go:noinline
func release(id int) { step(128 + uint64(id)) }

//go:noinline
func work(i int) int { step(6); return 3*i + 1 }

//go:noinline
func finish(result int) int { step(7); return result ^ 5 }

//go:noinline
func fail(i int) { panic(i) }

//go:noinline
func keep(value int) { step(uint64(value)) }

type Point struct{ x, y, z int }

//go:noinline
func movePoint(p *Point) { step(8); p.x++ }

//go:noinline
func record(p Point) { step(uint64(p.x + 2*p.y + 4*p.z)) }

type Slot struct {
	before *Slot
	count  int
}

var slots [64]Slot
var last = &slots[0]

//go:noinline
func touch(s *Slot) { s.before = last; s.count++; last = s }

var depth int
var table = [64]int{4, 8, 15, 16, 23, 42}

var texts = [8]string{
	"width=80\nheight=25\ndepth=8\n",
	"# a comment\nname=1\n\nother=22\nthird=333\n",
	"a=1\nb=2\nc=3\nd=4\ne=5\nf=6\n",
	"width=80\nwidth=81\n",
	"left=10\nright\n",
	"=5\n",
	"big=99999999\n",
	"ok=1\nbad=1x\n",
}
var seen uint64

//go:noinline
func textOf(source *Handle, i int) string {
	step(9 + uint64(source.which))
	seen = 0
	return texts[i&7]
}

//go:noinline
func intern(name string) bool {
	bit := uint64(1) << ((uint(name[0]) + 7*uint(len(name))) & 63)
	step(bit)
	if seen&bit != 0 {
		return false
	}
	seen |= bit
	return true
}

func traceOfAll() uint64 {
	for k := range slots {
		step(uint64(slots[k].count))
		before := 0
		for before < len(slots) && slots[k].before != &slots[before] {
			before++
		}
		step(uint64(before))
	}
	step(uint64(depth))
	return trace
}

// Each kernel puts itself here.
var kernels = map[string]func(i, count int) int{}

//go:noinline
func drive(kernel func(i, count int) int, n, count int) (sum uint64) {
	for i := 0; i < n; i++ {
		sum = sum*31 + uint64(kernel(i, count))
	}
	return
}

// The least of several runs, each long enough for the clock.
func nanoseconds(kernel func(i, count int) int, count int) float64 {
	n, least := 1, 0.0
	for runs := 0; runs < 5; {
		begin := time.Now()
		drive(kernel, n, count)
		passed := time.Since(begin)
		if passed < 20*time.Millisecond {
			n *= 2
			continue
		}
		each := float64(passed.Nanoseconds()) / float64(n)
		if runs == 0 || each < least {
			least = each
		}
		runs++
	}
	return least
}

func main() {
	if len(os.Args) > 2 && os.Args[1] == "time" {
		for _, arg := range os.Args[2:] {
			name, number, _ := strings.Cut(arg, ":")
			count, _ := strconv.Atoi(number)
			fmt.Println(arg, nanoseconds(kernels[name], count))
		}
		return
	}
	if len(os.Args) != 4 || kernels[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "kernels: no such kernel")
		os.Exit(2)
	}
	n, _ := strconv.Atoi(os.Args[2])
	count, _ := strconv.Atoi(os.Args[3])
	sum := drive(kernels[os.Args[1]], n, count)
	fmt.Printf("%x %x\n", sum, traceOfAll())
}
