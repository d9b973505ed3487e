//===-- unlock.go - One lock, one unlock ----------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["unlock"] = unlock1 }

//go:noinline
func unlock1(i, count int) int {
	lock(&outer)
	defer unlock(&outer)
	return work(i)
}
