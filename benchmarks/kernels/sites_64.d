//===-- sites_64.d - Sixty-four sites in a row ----------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.sites_64;
import kernels.kernel;

extern (C) long sites_64_d(long i, long count) {
  static foreach (k; 0 .. 64) {
    acquire(k);
    scope (exit) release(k);
  }
  return work(i);
}
