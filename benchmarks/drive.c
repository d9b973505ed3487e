/*===-- drive.c - Running a kernel that is known by its name --------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#define _GNU_SOURCE
#include "drive.h"

#include <dlfcn.h>

kernel *find_kernel(const char *name) {
  return (kernel *)dlsym(RTLD_DEFAULT, name);
}

unsigned long drive(kernel *kernel, long n, long count) {
  unsigned long sum = 0;
  for (long i = 0; i < n; i++)
    sum = sum * 31 + (unsigned long)kernel(i, count);
  return sum;
}
