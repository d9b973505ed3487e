//===-- raise.d - A hot leaf that raises its panic itself -----------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.raise;
import kernels.kernel;

extern (C) long raise_d(long i, long count) {
  depth++;
  scope (exit) depth--;
  if (i < 0)
    throw new Exception("negative");
  return table[i & 63];
}
