//===-- frozen.d - A struct as argument, frozen ---------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.frozen;
import kernels.kernel;

extern (C) long frozen_d(long i, long count) {
  point p = {i, i + 1, i + 2};
  point before = p;
  scope (exit) record(before);
  move_point(&p);
  return p.x;
}
