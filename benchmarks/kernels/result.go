//===-- result.go - A result that a deferred block changes ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["result"] = result }

//go:noinline
func result(i, count int) (result int) {
	lock(&outer)
	defer unlock(&outer)
	defer func() { result = finish(result) }()
	if i&3 == 0 {
		return -1
	}
	return work(i)
}
