//===-- inlined.go - Small functions that are inlined ---------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["inlined"] = inlined }

// Go 1.19 inlines no function that defers.
func innermost(i int) int {
	lock(&inner)
	defer unlock(&inner)
	return work(i)
}

func between(i int) int {
	lock(&middle)
	defer unlock(&middle)
	return innermost(i) + 1
}

//go:noinline
func inlined(i, count int) int {
	lock(&outer)
	defer unlock(&outer)
	return between(i) + between(i+1)
}
