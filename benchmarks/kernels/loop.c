/*===-- loop.c - A loop that defers ---------------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* The scope of the others is the block: they do not accumulate. */
#if GOTO
KERNEL(loop) {
  struct calls calls = {0};
  for (long k = 0; k < count; k++)
    push(&calls, (void (*)(void *))touch, &slots[k & (Slots - 1)]);
  run(&calls);
  return i;
}
#elif DEFER
KERNEL(loop) {
  for (long k = 0; k < count; k++)
    defer touch(&slots[k & (Slots - 1)]);
  return i;
}
#elif SETJMP
KERNEL(loop) {
  struct frame frame;
  GUARD(frame) {
    for (long k = 0; k < count; k++)
      defer_allocated(&frame, (function *)touch, &slots[k & (Slots - 1)]);
  }
  leave(&frame);
  return i;
}
#endif
