//===-- leaf.d - A hot leaf that may panic --------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.leaf;
import kernels.kernel;

extern (C) long leaf_d(long i, long count) {
  depth++;
  scope (exit) depth--;
  if (i < 0)
    fail(i);
  return table[i & 63];
}
