/*===-- counts.c - Runs one kernel so many times --------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 *   counts KERNEL N COUNT
 *
 * For callgrind, and for seeing that all rivals do the same: prints what the
 * kernel returned and what it did. The rivals in C, C++ and D are linked in.
 *
 *===----------------------------------------------------------------------===*/

#include "drive.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  kernel *kernel = argc == 4 ? find_kernel(argv[1]) : NULL;
  if (!kernel) {
    fprintf(stderr, "counts: no kernel %s\n", argc == 4 ? argv[1] : "named");
    return 2;
  }
  unsigned long sum = drive(kernel, atol(argv[2]), atol(argv[3]));
  printf("%lx %lx\n", sum, trace_of_all());
}
