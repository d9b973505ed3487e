/*===-- mixed.c - A loop that defers, between other sites -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

#if GOTO
KERNEL(mixed) {
  long result = -1;
  struct calls calls = {0};
  lock(&outer);
  for (long k = 0; k < count; k++)
    push(&calls, (void (*)(void *))touch, &slots[k & (Slots - 1)]);
  struct handle *handle = open_handle(1, i);
  if (!handle)
    goto end;
  result = read_handle(handle);
  close_handle(handle);
end:
  run(&calls);
  unlock(&outer);
  return result;
}
#elif DEFER
KERNEL(mixed) {
  lock(&outer);
  defer unlock(&outer);
  for (long k = 0; k < count; k++)
    defer touch(&slots[k & (Slots - 1)]);
  struct handle *handle = open_handle(1, i);
  if (!handle)
    return -1;
  defer close_handle(handle);
  return read_handle(handle);
}
#elif SETJMP
KERNEL(mixed) {
  long result = -1;
  struct frame frame;
  struct call call[2];
  lock(&outer);
  GUARD(frame) {
    defer_call(&frame, &call[0], (function *)unlock, &outer);
    for (long k = 0; k < count; k++)
      defer_allocated(&frame, (function *)touch, &slots[k & (Slots - 1)]);
    struct handle *handle = open_handle(1, i);
    if (!handle)
      goto end;
    defer_call(&frame, &call[1], (function *)close_handle, handle);
    result = read_handle(handle);
  }
end:
  leave(&frame);
  return result;
}
#endif
