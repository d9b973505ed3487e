/*===-- loop_defers.c - Deferred calls in a loop ----------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * Each execution of a defer statement is one more call, with the arguments of
 * that time; the last comes first: prints 2, 1, 0. None runs at the end of an
 * iteration.
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <stdio.h>

int main(void) {
  for (int i = 0; i < 3; i++)
    defer printf("%d\n", i);
  puts("the loop is done");
  return 0;
}
