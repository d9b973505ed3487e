/*===-- chain.h - Panic chains, made by hand --------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#ifndef DEFER_TEST_CHAIN_H
#define DEFER_TEST_CHAIN_H

#include "guard.h"

#include <string.h>

/** What deferred calls say, one behind the other. */
static char log_[512];
static inline void note(const char *text) { strcat(log_, text); }

/** That it is `text`; then it is empty again. */
static inline void expect(const char *text) {
  if (strcmp(log_, text) != 0)
    fprintf(stderr, "got %s\n", log_);
  CHECK(strcmp(log_, text) == 0);
  log_[0] = 0;
}

/** Calls `body`, and in a panic runs the steps from `first` on. 1 if one was
 *  recovered, else 0. */
int unwind(void (*body)(void *), void *argument, const defer_step *first,
           uintptr_t *frame);

/** The same, with the frame in the run-time; the two words that it returns are
 *  stored to `words`. */
int unwind_words(void (*body)(void *), void *argument, const defer_step *first,
                 uintptr_t *words);

/** Steps are filled in when a test runs, for C has no constant that is a
 *  distance; they are static, for a distance has 32 bits. */
static inline void set_step(defer_step *step, unsigned kind, unsigned next,
                            int slot, int32_t function) {
  CHECK(kind < 16 && next < 256 && slot >= -(1 << 19) && slot < 1 << 20);
  step->function = function;
  step->what = kind | next << 4 | (uint32_t)slot << 12;
}

static inline int32_t distance(const defer_step *step, const void *function) {
  intptr_t result = (intptr_t)((uintptr_t)function - (uintptr_t)step);
  CHECK(result == (int32_t)result);
  return (int32_t)result;
}

/** Step `I` of `Steps`; `Target` is a function or an object. */
#define SET(Steps, I, Kind, Next, Slot, Target)      \
  set_step(&(Steps)[I], DEFER_STEP_##Kind, Next, Slot, \
           distance(&(Steps)[I], (const void *)(uintptr_t)(Target)))
/** A step with a plain number. */
#define SET_NUMBER(Steps, I, Kind, Next, Slot, Number) \
  set_step(&(Steps)[I], DEFER_STEP_##Kind, Next, Slot, Number)

#endif
