/*===-- result.c - A result that a deferred block changes -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* Cleanup, _Defer and destructors run when the result has been evaluated, and
 * cannot change it. */
#if GOTO
KERNEL(result) {
  lock(&outer);
  long result = -1;
  if (!(i & 3))
    goto end;
  result = work(i);
end:
  result = finish(result);
  unlock(&outer);
  return result;
}
#elif DEFER
KERNEL(result) {
  defer_result long result = 0;
  lock(&outer);
  defer unlock(&outer);
  defer { result = finish(result); }
  if (!(i & 3))
    return -1;
  return work(i);
}
#elif SETJMP
static void finish_it(void *result) {
  *(long *)result = finish(*(long *)result);
}

KERNEL(result) {
  long result = -1;
  struct frame frame;
  struct call call[2];
  lock(&outer);
  GUARD(frame) {
    defer_call(&frame, &call[0], (function *)unlock, &outer);
    defer_call(&frame, &call[1], finish_it, &result);
    if (!(i & 3))
      goto end;
    result = work(i);
  }
end:
  leave(&frame);
  return result;
}
#endif
