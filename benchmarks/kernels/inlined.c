/*===-- inlined.c - Small functions that are inlined ----------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

#if GOTO
static long innermost(long i) {
  lock(&inner);
  long result = work(i);
  unlock(&inner);
  return result;
}
static long between(long i) {
  lock(&middle);
  long result = innermost(i) + 1;
  unlock(&middle);
  return result;
}
#elif DEFER || CLANG_DEFER
static long innermost(long i) {
  lock(&inner);
  defer unlock(&inner);
  return work(i);
}
static long between(long i) {
  lock(&middle);
  defer unlock(&middle);
  return innermost(i) + 1;
}
#elif CLEANUP
static long innermost(long i) {
  lock(&inner);
  struct lock *held WITH(unlock_it) = &inner;
  return work(i);
}
static long between(long i) {
  lock(&middle);
  struct lock *held WITH(unlock_it) = &middle;
  return innermost(i) + 1;
}
#elif RAII
static long innermost(long i) {
  Locked held(&inner);
  return work(i);
}
static long between(long i) {
  Locked held(&middle);
  return innermost(i) + 1;
}
#elif SETJMP
static long innermost(long i) {
  long result = 0;
  struct frame frame;
  struct call call;
  lock(&inner);
  GUARD(frame) {
    defer_call(&frame, &call, (function *)unlock, &inner);
    result = work(i);
  }
  leave(&frame);
  return result;
}
static long between(long i) {
  long result = 0;
  struct frame frame;
  struct call call;
  lock(&middle);
  GUARD(frame) {
    defer_call(&frame, &call, (function *)unlock, &middle);
    result = innermost(i) + 1;
  }
  leave(&frame);
  return result;
}
#endif

KERNEL(inlined) {
#if GOTO
  lock(&outer);
  long result = between(i) + between(i + 1);
  unlock(&outer);
  return result;
#elif DEFER || CLANG_DEFER
  lock(&outer);
  defer unlock(&outer);
  return between(i) + between(i + 1);
#elif CLEANUP
  lock(&outer);
  struct lock *held WITH(unlock_it) = &outer;
  return between(i) + between(i + 1);
#elif RAII
  Locked held(&outer);
  return between(i) + between(i + 1);
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call;
  lock(&outer);
  GUARD(frame) {
    defer_call(&frame, &call, (function *)unlock, &outer);
    result = between(i) + between(i + 1);
  }
  leave(&frame);
  return result;
#endif
}
