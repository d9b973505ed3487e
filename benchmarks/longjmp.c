/*===-- longjmp.c - Defer and panic by setjmp, in the usual way -----------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "longjmp.h"

#include <stdio.h>
#include <stdlib.h>

_Thread_local struct frame *innermost_frame;

void raise_panic(long panic) {
  if (!innermost_frame) {
    fprintf(stderr, "panic: %ld\n", panic);
    abort();
  }
  innermost_frame->panic = panic;
  longjmp(innermost_frame->where, 1);
}
