//===-- conditional.go - Two locks that may be taken ----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["conditional"] = conditional }

//go:noinline
func conditional(i, count int) int {
	if i&1 != 0 {
		lock(&outer)
		defer unlock(&outer)
	}
	if i&2 != 0 {
		lock(&inner)
		defer unlock(&inner)
	}
	return work(i)
}
