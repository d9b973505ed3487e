/*===-- unwind.c - Sends a panic up the stack -------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * A panic is a forced unwind: one phase, in which the unwinder asks stop()
 * about every frame before it asks the frame's personality. Our frames land in
 * their pads, C's `cleanup` and C++'s destructors run, and catch (...) catches.
 * A pad that has recovered the panic just returns to its caller, a pad that has
 * not resumes, and the unwinder goes on with stop().
 *
 * One thing a forced unwind does not do by itself. Frames whose language
 * forbids a foreign exception to pass, as Rust's `extern "C"`, let a forced one
 * through, since they take it for the end of the thread. So stop() asks such a
 * personality what it would do in a search for a handler. If it says that it
 * would handle the panic, and then does not in the forced unwind, which shows
 * when stop() is asked about the next frame, we raise the panic anew, in two
 * phases, from where we are; no frame has been left since. Then the frame must
 * do as it said.
 *
 * No lock is taken on the way, but for one that is not ours. In a program that
 * is linked with -static, gcc's crtbeginT.o registers the program's table with
 * libgcc, and libgcc before 13 then takes a mutex for each frame it looks up.
 * Panics of several threads wait for each other there: 8 threads on two
 * processors with 240,000 panics over 10 frames had to wait some 200 to 500
 * times, where others had to wait 5 times. With -static-pie this is not so, nor
 * with GNU ld and -Wl,--wrap=__register_frame_info and the same for
 * __deregister_frame_info: the table is found by its program header then.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

/** True if the frame is of another language and wants to handle the panic. */
static bool wants(struct _Unwind_Exception *exception,
                  struct _Unwind_Context *context, uintptr_t ip) {
  if (!_Unwind_GetLanguageSpecificData(context))
    return false;
  _Unwind_Personality_Fn personality = __defer_personality_of(ip - 1);
  if (!personality || personality == __defer_personality_v0)
    return false;
  /* It may be ours by another address: that of a PLT entry, for instance. */
  defer_object *panic = (defer_object *)exception;
  panic->asking = true;
  _Unwind_Reason_Code answer = personality(
      1, _UA_SEARCH_PHASE, exception->exception_class, exception, context);
  panic->asking = false;
  /* One that fails here fails in the forced unwind, too; but there it is the
   * unwinder that is told, and behind the first landing pad it just aborts. */
  if (answer != _URC_HANDLER_FOUND && answer != _URC_CONTINUE_UNWIND)
    __defer_report(panic, "the personality failed for a frame of", ip);
  return answer == _URC_HANDLER_FOUND;
}

static _Unwind_Reason_Code stop(int version, _Unwind_Action actions,
                                _Unwind_Exception_Class class_,
                                struct _Unwind_Exception *exception,
                                struct _Unwind_Context *context,
                                void *argument) {
  (void)version, (void)class_, (void)argument;
  defer_object *panic = (defer_object *)exception;
  int before_instruction = 0;
  uintptr_t ip = _Unwind_GetIPInfo(context, &before_instruction);
  __defer_goes_on(panic);

  /* Is this the caller of a frame that wanted the panic and let it pass? If it
   * landed there first and was thrown again, we start at that frame, or below.
   */
  if (panic->handler) {
    bool declined = _Unwind_GetCFA(context) > panic->handler;
    panic->handler = 0;
    if (declined) {
      _Unwind_RaiseException(exception);
      __defer_report(panic, "a frame that refuses it below", ip);
    }
  }

  if (actions & _UA_END_OF_STACK) {
    /* The start of a thread has no caller; a function without tables has one
     * that nobody can find. */
    if (ip)
      __defer_report(panic, "no unwind table for", ip);
    __defer_report(panic, NULL, 0);
  }
  /* Only what a signal has interrupted stopped before an instruction, and a
   * frame for which __defer_land has run its pad. That one is ours. */
  if (before_instruction) {
    if (!__defer_is_land(panic->last_start))
      __defer_report(panic, "it would leave a signal handler, to", ip);
    return _URC_NO_REASON;
  }
  panic->last_start = _Unwind_GetRegionStart(context);
  if (wants(exception, context, ip))
    panic->handler = _Unwind_GetCFA(context);
  return _URC_NO_REASON;
}

DEFER_NORETURN_ void __defer_raise(defer_object *panic) {
  if (panic->last_resort)
    __defer_report(panic, "no memory for another panic", 0);
  panic->handler = 0;
  _Unwind_ForcedUnwind(&panic->unwind, stop, NULL);
  /* Not the end of the stack: that is stop()'s. */
  __defer_report(panic, "a frame's tables or personality failed", 0);
}
