//===-- frozen.go - A struct as argument, frozen --------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["frozen"] = frozen }

//go:noinline
func frozen(i, count int) int {
	point := Point{i, i + 1, i + 2}
	defer record(point)
	movePoint(&point)
	return point.x
}
