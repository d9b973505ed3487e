/*===-- capture.c - A variable of each iteration, captured ----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

#if GOTO
KERNEL(capture) {
  long *values = NULL;
  size_t used = 0, room = 0;
  for (long k = 0; k < count; k++) {
    if (used == room) {
      room = room ? 2 * room : 16;
      values = realloc(values, room * sizeof *values);
      if (!values)
        abort();
    }
    values[used++] = work(k);
  }
  while (used)
    keep(values[--used]);
  free(values);
  return i;
}
#elif DEFER
KERNEL(capture) {
  for (long k = 0; k < count; k++) {
    long value = work(k);
    defer { keep(value); }
  }
  return i;
}
#elif SETJMP
static void keep_it(void *value) { keep((long)value); }

KERNEL(capture) {
  struct frame frame;
  GUARD(frame) {
    for (long k = 0; k < count; k++)
      defer_allocated(&frame, keep_it, (void *)work(k));
  }
  leave(&frame);
  return i;
}
#endif
