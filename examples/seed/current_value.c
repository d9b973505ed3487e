/*===-- current_value.c - A deferred block sees variables as they are -------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * A block is a closure over the variables themselves, and looks at them when it
 * runs: prints 2, where frozen_argument.c prints 1.
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <stdio.h>

int main(void) {
  int x = 1;
  /* Nothing is evaluated now. */
  defer { printf("%d\n", x); }

  x = 2;
  return 0;
}
