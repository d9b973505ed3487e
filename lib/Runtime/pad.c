/*===-- pad.c - Landing pads that are no code -------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * Most pads do little: they put together what the panic chain asks for, have it
 * run, and jump to where the function returns, with 0 in some register. Where
 * the code of such a pad can be described (lib/CodeGen/FoldPads.h) the function
 * has none, but the description in its table (abi.h). Then
 *
 *     __defer_personality_v0   finds that the call has one, and sends the
 *                              unwinder to
 *     __defer_land             (Machine/) in the frame of the function, as if
 *                              it were called from where the function goes on
 *       __defer_run_pad        reads the description, and runs the chain
 *     ... and the function goes on, or __defer_land's frame is unwound.
 *
 * What the frame's registers were at the call __defer_land knows: it is
 * entered with them. Those that a call destroys are none of them.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <stdlib.h>
#include <string.h>

bool __defer_is_land(uintptr_t start) {
  /* Of another copy, the code is the same up to the call. */
  enum { Same = 32 };
  return __defer_land && start &&
         (start == (uintptr_t)__defer_land ||
          memcmp((const void *)start, __defer_land, Same) == 0);
}

/** What an action's records say. */
struct pad {
  uintptr_t first; /* step */
  const uint8_t *program;
};

static void read_action(const defer_site *site, struct pad *pad) {
  static const uint8_t only_run[] = {DEFER_PAD_RUN, DEFER_PAD_END};
  *pad = (struct pad){0, only_run};
  const uint8_t *record = site->action;
  intptr_t distance;
  do {
    const uint8_t *at = record;
    intptr_t number = __defer_read_sleb(&at);
    if (number > 0)
      pad->first = (uintptr_t)number - 1;
    else if (number < 0)
      pad->program = site->types - number - 1;
    record = at;
    distance = __defer_read_sleb(&at);
    record += distance;
  } while (distance);
}

/** The type with number `number`, 1 or more; they stand before `types`, the
 *  first one last. NULL if it cannot be read. */
static const defer_step *read_type(const defer_site *site, uintptr_t number) {
  size_t size = __defer_encoded_size(site->type_encoding);
  const uint8_t *at = site->types - number * size;
  uintptr_t type;
  if (!size ||
      !__defer_read_encoded(&at, site->type_encoding, site->start, &type))
    return NULL;
  return (const defer_step *)type;
}

/** A table that the personality could read, and we cannot. */
DEFER_NORETURN_ static void fail(struct _Unwind_Exception *exception,
                                 uintptr_t ip) {
  defer_object *panic = __defer_ours(exception);
  if (panic)
    __defer_report(panic, DEFER_UNREADABLE, ip);
  abort();
}

/** What the table has for the call that would have returned to `ip`. The
 *  personality knew, and a panic has room to say so. */
static void find_site(struct _Unwind_Exception *exception, uintptr_t ip,
                      defer_site *site) {
  defer_object *panic = __defer_ours(exception);
  if (panic && panic->landing == ip) {
    *site = panic->landing_site;
    return;
  }
  uintptr_t start;
  const uint8_t *lsda = __defer_lsda_of(ip - 1, &start);
  if (!lsda || __defer_find_pad(lsda, start, ip - 1, site) != DEFER_PAD)
    fail(exception, ip);
}

struct _Unwind_Exception *__defer_run_pad(struct _Unwind_Exception *exception,
                                          uintptr_t *registers, uintptr_t *ip) {
  enum { Words = 4, Depth = 8, Registers = 16, SP = 7 /* x86-64 */ };
  defer_site site;
  find_site(exception, *ip, &site);
  uintptr_t at_call[Registers];
  memcpy(at_call, registers, sizeof at_call);

next_pad:
  *ip = site.pad;
  struct pad pad;
  read_action(&site, &pad);
  uintptr_t words[Words] = {0}, *frame = words, type = 1;
  uintptr_t stack[Depth], *top = stack; /* behind the last one */
  for (const uint8_t *at = pad.program;;) {
    uintptr_t what = __defer_read_uleb(&at);
    if (what >= DEFER_PAD_VALUE) {
      *top++ = what - DEFER_PAD_VALUE;
      continue;
    }
    if (what >= DEFER_PAD_CLEAR) {
      registers[what - DEFER_PAD_CLEAR] = 0;
      continue;
    }
    if (what >= DEFER_PAD_SET) {
      registers[what - DEFER_PAD_SET] = *--top;
      continue;
    }
    if (what >= DEFER_PAD_REGISTER) {
      *top++ = at_call[what - DEFER_PAD_REGISTER];
      continue;
    }
    if (what >= DEFER_PAD_WORD) {
      words[what - DEFER_PAD_WORD] = *--top;
      continue;
    }
    switch (what) {
    case DEFER_PAD_END:
      return NULL;
    case DEFER_PAD_FRAME:
      frame = (uintptr_t *)*--top;
      break;
    case DEFER_PAD_RUN:
    case DEFER_PAD_RUN_INNER: {
      const defer_step *steps = read_type(&site, type);
      if (!steps)
        fail(exception, *ip);
      exception = __defer_run_steps(exception, steps + pad.first, frame,
                                    (const void *)*ip);
      if (!exception)
        break;
      if (what == DEFER_PAD_RUN)
        return exception;
      /* The part of the function where it goes on has a table of its own. */
      uintptr_t start;
      const uint8_t *lsda = __defer_lsda_of(*ip, &start);
      if (!lsda || __defer_find_outer(lsda, start, *ip, &site) != DEFER_PAD)
        fail(exception, *ip);
      defer_object *panic = __defer_ours(exception);
      if (panic)
        __defer_lands(panic, at_call[SP], site.pad);
      goto next_pad;
    }
    case DEFER_PAD_TABLE:
      type = __defer_read_uleb(&at);
      break;
    case DEFER_PAD_ADD:
      top--;
      top[-1] += top[0];
      break;
    case DEFER_PAD_AND:
      top--;
      top[-1] &= top[0];
      break;
    case DEFER_PAD_OR:
      top--;
      top[-1] |= top[0];
      break;
    case DEFER_PAD_SHIFT_LEFT:
      top--;
      top[-1] <<= top[0];
      break;
    case DEFER_PAD_SHIFT_RIGHT:
      top--;
      top[-1] >>= top[0];
      break;
    case DEFER_PAD_NUMBER:
      *top++ = __defer_read_uleb(&at);
      break;
    case DEFER_PAD_COMPLEMENT:
      *top++ = ~__defer_read_uleb(&at);
      break;
    case DEFER_PAD_LOAD: {
      const void *from = (const void *)top[-1];
      top[-1] = 0;
      memcpy(&top[-1], from, __defer_read_uleb(&at));
      break;
    }
    case DEFER_PAD_WORD_0:
      *top++ = words[0];
      break;
    case DEFER_PAD_WORD_1:
      *top++ = words[1];
      break;
    case DEFER_PAD_STORE:
      top -= 2;
      memcpy((void *)top[1], &top[0], __defer_read_uleb(&at));
      break;
    default:
      fail(exception, *ip);
    }
  }
}
