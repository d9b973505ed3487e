/*===-- personality.c - What our frames answer to the unwinder --------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * A table of ours (LSDA) holds cleanups only, so that an exception of anybody
 * passes through our landing pads; who recovers is decided there, at run time.
 * A pad is code, or it is a description, which pad.c reads.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

/** Looks up the entry that `ip` lies in, or one of no length that begins there.
 */
static enum defer_pad find(const uint8_t *lsda, uintptr_t start, uintptr_t ip,
                           bool is_empty, defer_site *site) {
  const uint8_t *at = lsda;

  uintptr_t base = start; /* what landing pads are relative to */
  uint8_t encoding = *at++;
  if (encoding != DEFER_ENCODING_OMIT &&
      !__defer_read_encoded(&at, encoding, start, &base))
    return DEFER_PAD_ERROR;

  site->types = NULL;
  site->type_encoding = *at++;
  if (site->type_encoding != DEFER_ENCODING_OMIT) {
    uintptr_t distance = __defer_read_uleb(&at);
    site->types = at + distance;
  }

  encoding = *at++; /* of the call-site table */
  uintptr_t length = __defer_read_uleb(&at);
  const uint8_t *end = at + length;
  uintptr_t last = 0; /* where the entry before ends */
  while (at < end) {
    uintptr_t from, size, landing;
    if (!__defer_read_encoded(&at, encoding, start, &from) ||
        !__defer_read_encoded(&at, encoding, start, &size) ||
        !__defer_read_encoded(&at, encoding, start, &landing))
      return DEFER_PAD_ERROR;
    uintptr_t action = __defer_read_uleb(&at);
    /* Entries are sorted. In a function of several parts LLVM's length goes on
     * to the end of the last part's table: what comes next is a header. */
    if (ip < start + from || from < last)
      break;
    last = from + size;
    if (is_empty ? size == 0 && ip == start + from : ip < start + from + size) {
      if (!landing)
        return DEFER_PAD_NONE;
      site->pad = base + landing;
      site->start = start;
      site->action = action ? end + action - 1 : NULL;
      if (site->action && (!site->types || !__defer_land))
        return DEFER_PAD_ERROR;
      return DEFER_PAD;
    }
  }
  return DEFER_PAD_GAP;
}

enum defer_pad __defer_find_pad(const uint8_t *lsda, uintptr_t start,
                                uintptr_t ip, defer_site *site) {
  return find(lsda, start, ip, /*is_empty=*/false, site);
}

enum defer_pad __defer_find_outer(const uint8_t *lsda, uintptr_t start,
                                  uintptr_t place, defer_site *site) {
  return find(lsda, start, place, /*is_empty=*/true, site);
}

DEFER_EXPORT _Unwind_Reason_Code __defer_personality_v0(
    int version, _Unwind_Action actions, _Unwind_Exception_Class class_,
    struct _Unwind_Exception *exception, struct _Unwind_Context *context) {
  (void)class_; /* not enough to tell whose it is: see __defer_ours() */
  if (version != 1)
    return _URC_FATAL_PHASE1_ERROR;
  const uint8_t *lsda =
      (const uint8_t *)(uintptr_t)_Unwind_GetLanguageSpecificData(context);
  if (!lsda)
    return _URC_CONTINUE_UNWIND;
  defer_object *panic = __defer_ours(exception);
  /* The unwinder looks for a handler. A foreign exception has none here, and a
   * forced unwind only asks. */
  if ((actions & _UA_SEARCH_PHASE) && (!panic || panic->asking))
    return _URC_CONTINUE_UNWIND;

  int before_instruction = 0;
  uintptr_t ip = _Unwind_GetIPInfo(context, &before_instruction);
  /* Interrupted by a signal, outside of any call: only calls have pads, and the
   * values that a pad wants are in their places only there. A panic of ours
   * does not come here, for it may not leave a signal handler. */
  if (before_instruction)
    return _URC_CONTINUE_UNWIND;
  uintptr_t start = _Unwind_GetRegionStart(context);
  defer_site site;
  switch (__defer_find_pad(lsda, start, ip - 1, &site)) {
  case DEFER_PAD:
    break;
  case DEFER_PAD_NONE:
    return _URC_CONTINUE_UNWIND;
  case DEFER_PAD_GAP:
    if (panic)
      __defer_report(panic, DEFER_UNABLE_TO_UNWIND, ip);
    return _URC_CONTINUE_UNWIND;
  case DEFER_PAD_ERROR:
    if (panic)
      __defer_report(panic, DEFER_UNREADABLE, ip);
    return _URC_CONTINUE_UNWIND;
  }

  if (actions & _UA_SEARCH_PHASE) {
    /* Somebody caught a panic of ours and raised it again as an exception of
     * two phases (libc++abi's `throw;`). The pad may recover it, or not; the
     * search for a handler cannot know. So make it a panic again; nothing has
     * been unwound yet. */
    __defer_raise(panic);
  }
  if (panic) {
    __defer_lands(panic, _Unwind_GetCFA(context), site.pad);
    panic->landing = ip;
    panic->landing_site = site;
  }
  _Unwind_SetGR(context, __builtin_eh_return_data_regno(0),
                (uintptr_t)exception);
  _Unwind_SetGR(context, __builtin_eh_return_data_regno(1),
                site.action ? ip : 0);
  _Unwind_SetIP(context, site.action ? (uintptr_t)__defer_land : site.pad);
  return _URC_INSTALL_CONTEXT;
}

/* What is exported may have another address: see Machine/. */
extern __typeof__(__defer_personality_v0) __defer_own_personality
    __attribute__((__alias__("__defer_personality_v0")));

DEFER_EXPORT void __defer_cannot_unwind(struct _Unwind_Exception *exception) {
  defer_object *panic = __defer_ours(exception);
  if (panic)
    __defer_report(panic, DEFER_UNABLE_TO_UNWIND,
                   (uintptr_t)__builtin_return_address(0));
}
