//===-- early_return.d - Three resources, a return after each -------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.early_return;
import kernels.kernel;

extern (C) long early_return_d(long i, long count) {
  handle* a = open_handle(1, i);
  if (!a)
    return -1;
  scope (exit) close_handle(a);
  handle* b = open_handle(2, i);
  if (!b)
    return -1;
  scope (exit) close_handle(b);
  handle* c = open_handle(3, i);
  if (!c)
    return -1;
  scope (exit) close_handle(c);
  return read_handle(a) + read_handle(b) + read_handle(c);
}
