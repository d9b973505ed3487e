/*===-- leaf.c - A hot leaf that may panic --------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* What raises the panic is a function elsewhere, the same for all. In raise.c
 * it is raised here. */
KERNEL(leaf) {
#if GOTO
  depth++;
  if (i < 0)
    fail(i);
  long result = table[i & 63];
  depth--;
  return result;
#elif DEFER || CLANG_DEFER
  depth++;
  defer { depth--; }
  if (i < 0)
    fail(i);
  return table[i & 63];
#elif CLEANUP
  long *deeper WITH(leave_it) = &depth;
  depth++;
  if (i < 0)
    fail(i);
  return table[i & 63];
#elif RAII
  Deeper deeper;
  if (i < 0)
    fail(i);
  return table[i & 63];
#elif SETJMP
  long result = 0;
  struct frame frame;
  struct call call;
  depth++;
  GUARD(frame) {
    defer_call(&frame, &call, leave_it, &depth);
    if (i < 0)
      raise_panic(i);
    result = table[i & 63];
  }
  leave(&frame);
  return result;
#endif
}
