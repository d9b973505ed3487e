//===-- conditional.d - Two locks that may be taken -----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.conditional;
import kernels.kernel;

extern (C) long conditional_d(long i, long count) {
  bool held, held_too;
  scope (exit) if (held) unlock(&outer);
  if (i & 1) {
    lock(&outer);
    held = true;
  }
  scope (exit) if (held_too) unlock(&inner);
  if (i & 2) {
    lock(&inner);
    held_too = true;
  }
  return work(i);
}
