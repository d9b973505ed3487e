//===-- sites_8.go - Eight sites in a row ---------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["sites_8"] = sites8 }

//go:noinline
func sites8(i, count int) int {
	acquire(0)
	defer release(0)
	acquire(1)
	defer release(1)
	acquire(2)
	defer release(2)
	acquire(3)
	defer release(3)
	acquire(4)
	defer release(4)
	acquire(5)
	defer release(5)
	acquire(6)
	defer release(6)
	acquire(7)
	defer release(7)
	return work(i)
}
