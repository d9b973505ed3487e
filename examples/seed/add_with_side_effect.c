/*===-- add_with_side_effect.c - A deferred block changes the result --------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * `return` stores to the named result, then the deferred block runs, then the
 * function returns what the variable holds: prints 6, not 5.
 *
 * Rarely wanted in a function that adds. Where it earns its keep is a function
 * that recovers from a panic, and must still say how it went: panic_recover.c.
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <stdio.h>

static int add_with_side_effect(int a, int b) {
  defer_result int sum = 0;
  defer { sum++; }
  return a + b;
}

int main(void) {
  printf("%d\n", add_with_side_effect(2, 3));
  return 0;
}
