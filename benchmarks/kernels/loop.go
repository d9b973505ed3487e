//===-- loop.go - A loop that defers --------------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["loop"] = loop }

//go:noinline
func loop(i, count int) int {
	for k := 0; k < count; k++ {
		defer touch(&slots[k&63])
	}
	return i
}
