/*===-- raise.c - A hot leaf that raises its panic itself -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* leaf.c, but what is thrown is made here: for a panic that is its text and
 * where it is raised. In C there is nothing to compare it with. */
#if DEFER
KERNEL(raise) {
  depth++;
  defer { depth--; }
  if (i < 0)
    defer_panicf("negative: %ld", i);
  return table[i & 63];
}
#elif RAII
KERNEL(raise) {
  Deeper deeper;
  if (i < 0)
    throw i;
  return table[i & 63];
}
#endif
