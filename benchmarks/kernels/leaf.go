//===-- leaf.go - A hot leaf that may panic -------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["leaf"] = leaf }

//go:noinline
func leaf(i, count int) int {
	depth++
	defer func() { depth-- }()
	if i < 0 {
		fail(i)
	}
	return table[i&63]
}
