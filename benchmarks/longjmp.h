/*===-- longjmp.h - Defer and panic by setjmp, in the usual way -----------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 * A rival, as such libraries are commonly written: a chain of frames for each
 * thread, each with a jmp_buf and a list of deferred calls. A straight-line
 * defer has its list element on the stack, one in a loop on the heap. The mask
 * of signals is not saved.
 *
 *   struct frame frame;
 *   struct call call;
 *   GUARD(frame) {
 *     defer_call(&frame, &call, function, argument);
 *     ...                                   // no return in here
 *   }
 *   leave(&frame);                          // runs the calls, or panics on
 *
 *===----------------------------------------------------------------------===*/

#ifndef LONGJMP_H
#define LONGJMP_H

#include <setjmp.h>
#include <stdlib.h>

struct call {
  struct call *next;
  void (*function)(void *);
  void *argument;
  int allocated;
};

struct frame {
  struct frame *outer;
  struct call *calls;
  long panic; /* Not zero: what is to be raised again in the outer frame. */
  jmp_buf where;
};

extern _Thread_local struct frame *innermost_frame;

#define GUARD(Frame)                                                           \
  (Frame).outer = innermost_frame;                                             \
  (Frame).calls = 0;                                                           \
  (Frame).panic = 0;                                                           \
  innermost_frame = &(Frame);                                                  \
  if (_setjmp((Frame).where) == 0)

static inline void defer_call(struct frame *frame, struct call *call,
                              void (*function)(void *), void *argument) {
  call->next = frame->calls;
  call->function = function;
  call->argument = argument;
  call->allocated = 0;
  frame->calls = call;
}

static inline void defer_allocated(struct frame *frame,
                                   void (*function)(void *), void *argument) {
  struct call *call = (struct call *)malloc(sizeof *call);
  if (!call)
    abort();
  defer_call(frame, call, function, argument);
  call->allocated = 1;
}

__attribute__((__noreturn__)) void raise_panic(long panic);

static inline void leave(struct frame *frame) {
  for (struct call *call; (call = frame->calls);) {
    frame->calls = call->next;
    call->function(call->argument);
    if (call->allocated)
      free(call);
  }
  innermost_frame = frame->outer;
  if (frame->panic)
    raise_panic(frame->panic);
}

#endif /* LONGJMP_H */
