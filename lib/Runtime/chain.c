/*===-- chain.c - Runs a frame's deferred calls in a panic ------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The panic chain of a function is a table, so that code which seldom runs is
 * here once and not in each function. A landing pad knows what may be pending
 * there: it begins at the step that would run first, and of what may or may not
 * be pending the function's frame has a bit.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <string.h>

/** What is `distance` from a field that holds it. */
static uintptr_t refers_to(const int32_t *distance) {
  return (uintptr_t)distance + (uintptr_t)(intptr_t)*distance;
}

static void change(void *integer, int32_t how) {
  size_t size = (size_t)1 << (how & 3);
  uint64_t value = 0;
  /* Its low bytes: what a sum carries further is cut off. */
  if (how & 4)
    memcpy(&value, integer, size);
  value += (uint64_t)(int64_t)(how >> 3);
  memcpy(integer, &value, size);
}

static bool is_far(unsigned kind) {
  switch (kind) {
  case DEFER_STEP_CALL_WORD_FAR:
  case DEFER_STEP_CALL_NUMBER_FAR:
  case DEFER_STEP_CALL_AT_FAR:
  case DEFER_STEP_CALL_COPY_FAR:
    return true;
  default:
    return false;
  }
}

struct _Unwind_Exception *__defer_run_steps(struct _Unwind_Exception *exception,
                                            const defer_step *step,
                                            uintptr_t *frame,
                                            const void *caller) {
  for (;;) {
    uint32_t slot = step->what >> 12;
    int32_t further = step->what >> 4 & 0xff;
    uintptr_t function = 0, argument = 0;
    const defer_step *called = step;
    size_t copied = 0;
    bool is_list = false, may_recover = false;
    switch (step->what & 0xf) {
    case DEFER_STEP_THUNK:
      function = refers_to(&step->function);
      argument = (uintptr_t)&frame[slot];
      break;
    case DEFER_STEP_THUNK_AT:
      function = refers_to(&step->function);
      argument = frame[slot];
      break;
    case DEFER_STEP_INDIRECT:
      function = frame[slot];
      argument = frame[slot + 1];
      break;
    case DEFER_STEP_LIST:
      function = (uintptr_t)__defer_drain;
      argument = frame[slot];
      is_list = true;
      break;
    case DEFER_STEP_CALL_WORD:
    case DEFER_STEP_CALL_WORD_FAR:
      argument = frame[slot];
      may_recover = true;
      break;
    case DEFER_STEP_CALL_NUMBER:
    case DEFER_STEP_CALL_NUMBER_FAR:
      /* Shifted down from the top, for the sign. */
      argument = (uintptr_t)(intptr_t)((int32_t)step->what >> 12);
      may_recover = true;
      break;
    case DEFER_STEP_CALL_AT:
    case DEFER_STEP_CALL_AT_FAR:
      argument = refers_to(&step[1].function);
      may_recover = true;
      break;
    case DEFER_STEP_CALL_COPY:
    case DEFER_STEP_CALL_COPY_FAR:
      argument = frame[slot & 0xff];
      copied = slot >> 8;
      may_recover = true;
      break;
    case DEFER_STEP_CALL_SAME_AT:
      argument = refers_to(&step->function);
      called = step + slot;
      may_recover = true;
      break;
    case DEFER_STEP_TEST:
      if (!(frame[slot / 64] >> slot % 64 & 1))
        further = step->function;
      break;
    case DEFER_STEP_GO:
      further = step->function;
      break;
    case DEFER_STEP_CHANGE:
      change((void *)refers_to(&step->function), (int32_t)step->what >> 12);
      break;
    }

    if (may_recover) {
      function = refers_to(&called->function);
      if (is_far(called->what & 0xf))
        function = *(const uintptr_t *)function;
    }
    if (function) {
      if (may_recover)
        __defer_arm((const void *)function, exception);
      struct _Unwind_Exception *thrown =
          copied ? __defer_try_copy(function, argument, copied)
                 : __defer_try(function, argument, exception);
      if (thrown) {
        __defer_take_over(exception, thrown, caller);
        exception = thrown;
        if (is_list)
          continue;
      } else {
        __defer_settle(exception);
      }
    }
    if (!further)
      return __defer_finish_chain(exception, caller);
    step += further;
  }
}

DEFER_EXPORT void __defer_unwind(struct _Unwind_Exception *exception,
                                 const defer_step *first, uintptr_t *frame) {
  exception =
      __defer_run_steps(exception, first, frame, __builtin_return_address(0));
  if (exception)
    _Unwind_Resume(exception);
}

DEFER_EXPORT defer_words __defer_unwind_words(
    struct _Unwind_Exception *exception, const defer_step *first,
    uintptr_t word0, uintptr_t word1, uintptr_t word2, uintptr_t word3) {
  uintptr_t frame[] = {word0, word1, word2, word3};
  exception =
      __defer_run_steps(exception, first, frame, __builtin_return_address(0));
  if (exception)
    _Unwind_Resume(exception);
  return (defer_words){frame[0], frame[1]};
}

bool __defer_runs_steps(uintptr_t start) {
  return start == (uintptr_t)__defer_try ||
         start == (uintptr_t)__defer_try_copy ||
         start == (uintptr_t)__defer_run_steps ||
         start == (uintptr_t)__defer_unwind ||
         start == (uintptr_t)__defer_unwind_words ||
         start == (uintptr_t)__defer_run_pad || __defer_is_land(start);
}
