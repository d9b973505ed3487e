/*===-- parser.c - A parser with many error paths -------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "kernel.h"

/* Parses lines `name=number` while it holds two handles and a lock. */

enum {
  NoSource = -1,
  NoScratch = -2,
  NoName = -3,
  NoEquals = -4,
  Twice = -5,
  NoNumber = -6,
  TooBig = -7,
  NoEnd = -8
};

KERNEL(parser) {
#if GOTO
#define FAIL(Error)                                                            \
  do {                                                                         \
    result = Error;                                                            \
    goto end;                                                                  \
  } while (0)
  long result;
  struct handle *source = open_handle(5, i >> 3);
  if (!source)
    return NoSource;
  lock(&outer);
  struct handle *scratch = open_handle(6, i >> 6);
  if (!scratch) {
    result = NoScratch;
    goto no_scratch;
  }
#elif SETJMP
#define FAIL(Error)                                                            \
  do {                                                                         \
    result = Error;                                                            \
    goto end;                                                                  \
  } while (0)
  long result;
  struct frame frame;
  struct call call[3];
  GUARD(frame) {
    struct handle *source = open_handle(5, i >> 3);
    if (!source)
      FAIL(NoSource);
    defer_call(&frame, &call[0], (function *)close_handle, source);
    lock(&outer);
    defer_call(&frame, &call[1], (function *)unlock, &outer);
    struct handle *scratch = open_handle(6, i >> 6);
    if (!scratch)
      FAIL(NoScratch);
    defer_call(&frame, &call[2], (function *)close_handle, scratch);
#else
#define FAIL(Error) return Error
#if DEFER || CLANG_DEFER
  struct handle *source = open_handle(5, i >> 3);
  if (!source)
    return NoSource;
  defer close_handle(source);
  lock(&outer);
  defer unlock(&outer);
  struct handle *scratch = open_handle(6, i >> 6);
  if (!scratch)
    return NoScratch;
  defer close_handle(scratch);
#elif CLEANUP
  struct handle *source WITH(close_it) = open_handle(5, i >> 3);
  if (!source)
    return NoSource;
  lock(&outer);
  struct lock *held WITH(unlock_it) = &outer;
  struct handle *scratch WITH(close_it) = open_handle(6, i >> 6);
  if (!scratch)
    return NoScratch;
#elif RAII
  Handle opened(5, i >> 3);
  if (!opened.handle)
    return NoSource;
  struct handle *source = opened.handle;
  Locked held(&outer);
  Handle scratch(6, i >> 6);
  if (!scratch.handle)
    return NoScratch;
#endif
#endif

  /* The same for all. */
  const char *at = text_of(source, i);
  long sum = 0;
  for (long line = 1; *at; line++) {
    if (*at == '#')
      while (*at && *at != '\n')
        at++;
    if (*at == '\n') {
      at++;
      continue;
    }
    const char *name = at;
    while (*at >= 'a' && *at <= 'z')
      at++;
    if (at == name)
      FAIL(NoName);
    if (*at != '=')
      FAIL(NoEquals);
    if (!intern(name, at - name))
      FAIL(Twice);
    at++;
    if (*at < '0' || *at > '9')
      FAIL(NoNumber);
    long value = 0;
    for (; *at >= '0' && *at <= '9'; at++) {
      value = 10 * value + (*at - '0');
      if (value > 9999999)
        FAIL(TooBig);
    }
    if (*at != '\n')
      FAIL(NoEnd);
    at++;
    keep(value);
    sum += line * value;
  }

#if GOTO
  result = sum;
end:
  close_handle(scratch);
no_scratch:
  unlock(&outer);
  close_handle(source);
  return result;
#elif SETJMP
    result = sum;
  }
end:
  leave(&frame);
  return result;
#else
  return sum;
#endif
}
