/*===-- frozen_argument.c - Arguments are evaluated at the defer statement --===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * What a deferred call is given is fixed where `defer` stands: prints 1.
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <stdio.h>

static void print_value(int value) { printf("%d\n", value); }

int main(void) {
  int x = 1;
  /* The argument is evaluated now: the call is bound to 1. */
  defer print_value(x);

  x = 2;
  printf("x is %d when main returns\n", x);
  return 0;
}
