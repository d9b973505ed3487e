/*===-- conditional.c - Two locks that may be taken -----------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

KERNEL(conditional) {
#if GOTO
  int held = 0;
  if (i & 1) {
    lock(&outer);
    held = 1;
  }
  int held_too = 0;
  if (i & 2) {
    lock(&inner);
    held_too = 1;
  }
  long result = work(i);
  if (held_too)
    unlock(&inner);
  if (held)
    unlock(&outer);
  return result;
#elif DEFER
  if (i & 1) {
    lock(&outer);
    defer unlock(&outer);
  }
  if (i & 2) {
    lock(&inner);
    defer unlock(&inner);
  }
  return work(i);
#elif CLANG_DEFER
  int held = 0;
  defer if (held) unlock(&outer);
  if (i & 1) {
    lock(&outer);
    held = 1;
  }
  int held_too = 0;
  defer if (held_too) unlock(&inner);
  if (i & 2) {
    lock(&inner);
    held_too = 1;
  }
  return work(i);
#elif CLEANUP
  struct lock *held WITH(unlock_it) = 0;
  if (i & 1) {
    lock(&outer);
    held = &outer;
  }
  struct lock *held_too WITH(unlock_it) = 0;
  if (i & 2) {
    lock(&inner);
    held_too = &inner;
  }
  return work(i);
#elif RAII
  MaybeLocked held, held_too;
  if (i & 1)
    held.take(&outer);
  if (i & 2)
    held_too.take(&inner);
  return work(i);
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call[2];
  GUARD(frame) {
    if (i & 1) {
      lock(&outer);
      defer_call(&frame, &call[0], (function *)unlock, &outer);
    }
    if (i & 2) {
      lock(&inner);
      defer_call(&frame, &call[1], (function *)unlock, &inner);
    }
    result = work(i);
  }
  leave(&frame);
  return result;
#endif
}
