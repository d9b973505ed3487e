//===-- mixed.go - A loop that defers, between other sites ----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["mixed"] = mixed }

//go:noinline
func mixed(i, count int) int {
	lock(&outer)
	defer unlock(&outer)
	for k := 0; k < count; k++ {
		defer touch(&slots[k&63])
	}
	handle := openHandle(1, i)
	if handle == nil {
		return -1
	}
	defer closeHandle(handle)
	return readHandle(handle)
}
