/*===-- early_return.c - Three resources, a return after each -------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

KERNEL(early_return) {
#if GOTO
  long result = -1;
  struct handle *a = open_handle(1, i);
  if (!a)
    goto end;
  struct handle *b = open_handle(2, i);
  if (!b)
    goto close_a;
  struct handle *c = open_handle(3, i);
  if (!c)
    goto close_b;
  result = read_handle(a) + read_handle(b) + read_handle(c);
  close_handle(c);
close_b:
  close_handle(b);
close_a:
  close_handle(a);
end:
  return result;
#elif DEFER || CLANG_DEFER
  struct handle *a = open_handle(1, i);
  if (!a)
    return -1;
  defer close_handle(a);
  struct handle *b = open_handle(2, i);
  if (!b)
    return -1;
  defer close_handle(b);
  struct handle *c = open_handle(3, i);
  if (!c)
    return -1;
  defer close_handle(c);
  return read_handle(a) + read_handle(b) + read_handle(c);
#elif CLEANUP
  struct handle *a WITH(close_it) = open_handle(1, i);
  if (!a)
    return -1;
  struct handle *b WITH(close_it) = open_handle(2, i);
  if (!b)
    return -1;
  struct handle *c WITH(close_it) = open_handle(3, i);
  if (!c)
    return -1;
  return read_handle(a) + read_handle(b) + read_handle(c);
#elif RAII
  Handle a(1, i);
  if (!a.handle)
    return -1;
  Handle b(2, i);
  if (!b.handle)
    return -1;
  Handle c(3, i);
  if (!c.handle)
    return -1;
  return read_handle(a.handle) + read_handle(b.handle) + read_handle(c.handle);
#elif SETJMP
  long result = -1;
  struct frame frame;
  struct call call[3];
  GUARD(frame) {
    struct handle *a = open_handle(1, i);
    if (!a)
      goto end;
    defer_call(&frame, &call[0], (function *)close_handle, a);
    struct handle *b = open_handle(2, i);
    if (!b)
      goto end;
    defer_call(&frame, &call[1], (function *)close_handle, b);
    struct handle *c = open_handle(3, i);
    if (!c)
      goto end;
    defer_call(&frame, &call[2], (function *)close_handle, c);
    result = read_handle(a) + read_handle(b) + read_handle(c);
  }
end:
  leave(&frame);
  return result;
#endif
}
