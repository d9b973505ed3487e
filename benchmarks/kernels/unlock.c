/*===-- unlock.c - One lock, one unlock -----------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

KERNEL(unlock) {
#if GOTO
  lock(&outer);
  long result = work(i);
  unlock(&outer);
  return result;
#elif DEFER || CLANG_DEFER
  lock(&outer);
  defer unlock(&outer);
  return work(i);
#elif CLEANUP
  lock(&outer);
  struct lock *held WITH(unlock_it) = &outer;
  return work(i);
#elif RAII
  Locked held(&outer);
  return work(i);
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call;
  lock(&outer);
  GUARD(frame) {
    defer_call(&frame, &call, (function *)unlock, &outer);
    result = work(i);
  }
  leave(&frame);
  return result;
#endif
}
