/*===-- guard.h - Frames that defer, for tests without the plugin -----------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#ifndef DEFER_TEST_GUARD_H
#define DEFER_TEST_GUARD_H

#ifdef __cplusplus
#include <cstdio>
#include <cstdlib>
extern "C" {
#else
#include "internal.h"
#include <stdio.h>
#include <stdlib.h>
#endif

struct deferred {
  void (*function)(void *);
  void *argument;
};

/** Calls `body`, then what was deferred, the last first. 1 if a panic was
 *  recovered, else 0. */
int guard(void (*body)(void *), void *argument, const struct deferred *calls,
          size_t count);

/** As guard(body, argument, {{function, function_argument}}). */
static inline int guard_one(void (*body)(void *), void *argument,
                            void (*function)(void *), void *function_argument) {
  struct deferred call;
  call.function = function;
  call.argument = function_argument;
  return guard(body, argument, &call, 1);
}

#ifdef __cplusplus
}
#else

/** Calls `body` with the list, then drains it. 1 if a panic was recovered. */
int guard_records(void (*body)(defer_list *), defer_list *list);

/** defer_recover(), in a deferred function: the token is taken at its entry. */
#define TAKE_TOKEN(Function) __defer_armed((const void *)(uintptr_t)(Function))
#endif

/** Ends the program with the place of what does not hold. */
#define CHECK(Condition)                                                \
  do                                                                    \
    if (!(Condition)) {                                                 \
      fprintf(stderr, "%s:%d: error: not so: %s\n", __FILE__, __LINE__, \
              #Condition);                                              \
      exit(1);                                                          \
    }                                                                   \
  while (0)

#endif
