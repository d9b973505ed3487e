//===-- inlined.d - Small functions that are inlined ----------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.inlined;
import kernels.kernel;

private long innermost(long i) {
  lock(&inner);
  scope (exit) unlock(&inner);
  return work(i);
}

private long between(long i) {
  lock(&middle);
  scope (exit) unlock(&middle);
  return innermost(i) + 1;
}

extern (C) long inlined_d(long i, long count) {
  lock(&outer);
  scope (exit) unlock(&outer);
  return between(i) + between(i + 1);
}
