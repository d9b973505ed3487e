/*===-- kernel.h - What a kernel needs, rival by rival --------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 * Each kernel is one file, with the rivals of the C family below each other. It
 * is compiled once for each of them, with that rival's macro defined:
 *
 *   GOTO          cleanup written by hand, as one would for speed
 *   DEFER         clang-defer
 *   CLANG_DEFER   Clang's _Defer; its scope is the block
 *   CLEANUP       __attribute__((cleanup))
 *   RAII          C++, and its destructors
 *   SETJMP        ../longjmp.h
 *
 * A rival that cannot do a kernel defines nothing. Beside it are the same
 * kernel in D and in Go, in files of their own.
 *
 *===----------------------------------------------------------------------===*/

#ifndef KERNEL_H
#define KERNEL_H

#include "work.h"

#include <stdlib.h>

#if GOTO
#define KERNEL(Name) long Name##_goto(long i, long count)

/* For what is deferred in a loop: calls in an array that grows. */
struct deferred {
  void (*function)(void *);
  void *argument;
};
struct calls {
  struct deferred *at;
  size_t used, room;
};
static inline void push(struct calls *calls, void (*function)(void *),
                        void *argument) {
  if (calls->used == calls->room) {
    calls->room = calls->room ? 2 * calls->room : 16;
    calls->at = realloc(calls->at, calls->room * sizeof *calls->at);
    if (!calls->at)
      abort();
  }
  calls->at[calls->used].function = function;
  calls->at[calls->used].argument = argument;
  calls->used++;
}
static inline void run(struct calls *calls) {
  while (calls->used) {
    calls->used--;
    calls->at[calls->used].function(calls->at[calls->used].argument);
  }
  free(calls->at);
}

#elif DEFER
#include <defer.h>
#define KERNEL(Name) long Name##_defer(long i, long count)

#elif CLANG_DEFER
#define defer _Defer
#define KERNEL(Name) long Name##_clang_defer(long i, long count)

#elif CLEANUP
#define KERNEL(Name) long Name##_cleanup(long i, long count)
#define WITH(Function) __attribute__((__cleanup__(Function)))
static inline void unlock_it(struct lock **lock) {
  if (*lock)
    unlock(*lock);
}
static inline void close_it(struct handle **handle) {
  if (*handle)
    close_handle(*handle);
}
static inline void leave_it(long **number) { --**number; }

#elif RAII
#define KERNEL(Name) extern "C" long Name##_raii(long i, long count)
/* Not to be copied, as those of the standard library. */
struct Guard {
  Guard() = default;
  Guard(const Guard &) = delete;
};
struct Locked : Guard {
  struct lock *held;
  explicit Locked(struct lock *lock) : held(lock) { ::lock(lock); }
  ~Locked() { unlock(held); }
};
struct MaybeLocked : Guard {
  struct lock *held = nullptr;
  void take(struct lock *lock) {
    ::lock(lock);
    held = lock;
  }
  ~MaybeLocked() {
    if (held)
      unlock(held);
  }
};
struct Deeper : Guard {
  Deeper() { depth++; }
  ~Deeper() { depth--; }
};
struct Handle : Guard {
  struct handle *handle;
  Handle(long which, long i) : handle(open_handle(which, i)) {}
  ~Handle() {
    if (handle)
      close_handle(handle);
  }
};

#elif SETJMP
#include "longjmp.h"
#define KERNEL(Name) long Name##_setjmp(long i, long count)
typedef void function(void *);
static inline void leave_it(void *number) { --*(long *)number; }
#endif

#endif /* KERNEL_H */
