//===-- early_return.go - Three resources, a return after each ------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["early_return"] = earlyReturn }

//go:noinline
func earlyReturn(i, count int) int {
	a := openHandle(1, i)
	if a == nil {
		return -1
	}
	defer closeHandle(a)
	b := openHandle(2, i)
	if b == nil {
		return -1
	}
	defer closeHandle(b)
	c := openHandle(3, i)
	if c == nil {
		return -1
	}
	defer closeHandle(c)
	return readHandle(a) + readHandle(b) + readHandle(c)
}
