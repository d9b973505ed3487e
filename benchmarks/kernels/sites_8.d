//===-- sites_8.d - Eight sites in a row ----------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.sites_8;
import kernels.kernel;

extern (C) long sites_8_d(long i, long count) {
  static foreach (k; 0 .. 8) {
    acquire(k);
    scope (exit) release(k);
  }
  return work(i);
}
