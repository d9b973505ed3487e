//===-- capture.go - A variable of each iteration, captured ---------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["capture"] = capture }

//go:noinline
func capture(i, count int) int {
	for k := 0; k < count; k++ {
		value := work(k)
		defer func() { keep(value) }()
	}
	return i
}
