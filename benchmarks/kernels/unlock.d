//===-- unlock.d - One lock, one unlock -----------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.unlock;
import kernels.kernel;

extern (C) long unlock_d(long i, long count) {
  lock(&outer);
  scope (exit) unlock(&outer);
  return work(i);
}
