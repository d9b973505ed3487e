/*===-- frozen.c - A struct as argument, frozen ---------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

#if CLEANUP
static void record_it(struct point *point) { record(*point); }
#elif RAII
struct Recorded : Guard {
  struct point point;
  explicit Recorded(struct point point) : point(point) {}
  ~Recorded() { record(point); }
};
#elif SETJMP
static void record_it(void *point) { record(*(struct point *)point); }
#endif

KERNEL(frozen) {
#if GOTO
  struct point point = {i, i + 1, i + 2};
  struct point before = point;
  move_point(&point);
  long result = point.x;
  record(before);
  return result;
#elif DEFER
  struct point point = {i, i + 1, i + 2};
  defer record(point);
  move_point(&point);
  return point.x;
#elif CLANG_DEFER
  struct point point = {i, i + 1, i + 2};
  struct point before = point;
  defer record(before);
  move_point(&point);
  return point.x;
#elif CLEANUP
  struct point point = {i, i + 1, i + 2};
  struct point before WITH(record_it) = point;
  move_point(&point);
  return point.x;
#elif RAII
  struct point point = {i, i + 1, i + 2};
  Recorded before(point);
  move_point(&point);
  return point.x;
#elif SETJMP
  long result = 0;
  struct point point = {i, i + 1, i + 2};
  struct point before = point;
  struct frame frame;
  struct call call;
  GUARD(frame) {
    defer_call(&frame, &call, record_it, &before);
    move_point(&point);
    result = point.x;
  }
  leave(&frame);
  return result;
#endif
}
