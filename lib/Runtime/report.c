/*===-- report.c - What is said of a panic that nobody recovered ------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * In Go's format, on stderr, by write(2): no buffer and no lock of stdio or
 * malloc, which another thread, or whoever a signal interrupted, may hold.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*--- Text -------------------------------------------------------------------*/

/* What fits and needs no look into a file is one write, so that the reports of
 * two threads do not mix. */
typedef struct output {
  size_t length;
  char text[4096];
} output;

static void flush(output *out) {
  const char *at = out->text;
  while (out->length) {
    ssize_t written = write(STDERR_FILENO, at, out->length);
    if (written < 0) {
      if (errno == EINTR)
        continue;
      break; /* nobody listens */
    }
    at += written;
    out->length -= (size_t)written;
  }
  out->length = 0;
}

static void put(output *out, const char *text) {
  for (; *text; text++) {
    if (out->length == sizeof out->text)
      flush(out);
    out->text[out->length++] = *text;
  }
}

static void put_number(output *out, uintmax_t number, unsigned base) {
  char digits[24], *at = digits + sizeof digits;
  *--at = 0;
  do
    *--at = "0123456789abcdef"[number % base];
  while (number /= base);
  put(out, at);
}

static void put_address(output *out, uintptr_t address) {
  put(out, "0x");
  put_number(out, address, 16);
}

/** `0x7f... function+0x12 (/usr/lib/libx.so+0x1234)`, as far as is known; the
 *  last part is what addr2line wants. `pc` is a return address. */
static void put_place(output *out, uintptr_t pc) {
  put_address(out, pc);
  /* The call is the last thing before; what follows may be another function. */
  defer_place place;
  __defer_find_place(pc - 1, &place);
  if (!place.name[0]) {
    flush(out); /* a process may be killed for opening a file */
    __defer_read_name(&place);
  }
  if (place.name[0]) {
    put(out, " ");
    put(out, place.name);
    if (place.start) {
      put(out, "+");
      put_address(out, pc - place.start);
    }
  }
  if (place.file) {
    put(out, " (");
    put(out, place.file);
    put(out, "+");
    put_address(out, pc - place.bias);
    put(out, ")");
  }
}

/*--- The call stack at the raise --------------------------------------------*/

static bool wants_trace(void) {
  static atomic_char answer; /* the environment is asked once */
  char known = atomic_load_explicit(&answer, memory_order_relaxed);
  if (!known) {
    const char *value = getenv("DEFER_BACKTRACE");
    known = value && *value && strcmp(value, "0") != 0 ? 'y' : 'n';
    atomic_store_explicit(&answer, known, memory_order_relaxed);
  }
  return known == 'y';
}

struct capture {
  defer_object *panic;
  uintptr_t caller;
};

static _Unwind_Reason_Code capture_frame(struct _Unwind_Context *context,
                                         void *argument) {
  struct capture *capture = argument;
  defer_object *panic = capture->panic;
  int before_instruction = 0;
  uintptr_t ip = _Unwind_GetIPInfo(context, &before_instruction);
  if (capture->caller && ip != capture->caller)
    return _URC_NO_REASON; /* still in the run-time */
  capture->caller = 0;
  if (__defer_runs_steps(_Unwind_GetRegionStart(context)))
    return _URC_NO_REASON;
  if (!ip || panic->trace_count == panic->trace_size)
    return _URC_END_OF_STACK;
  /* The report takes all of them for return addresses. */
  ip += before_instruction != 0;
  defer_trace(panic)[panic->trace_count++] = (void *)ip;
  return _URC_NO_REASON;
}

void __defer_capture(defer_object *panic, const void *caller) {
  if (!wants_trace())
    return;
  struct capture capture = {panic, (uintptr_t)caller};
  _Unwind_Backtrace(capture_frame, &capture);
}

/*--- The report -------------------------------------------------------------*/

DEFER_NORETURN_ void __defer_report(defer_object *panic, const char *reason,
                                    uintptr_t where) {
  output out;
  out.length = 0;

  /* The oldest comes first; the process ends here, so the links may turn. */
  defer_object *oldest = NULL;
  for (defer_object *each = panic, *next; each; each = next) {
    next = each->replaced;
    each->replaced = oldest;
    oldest = each;
  }
  for (defer_object *each = oldest; each; each = each->replaced) {
    put(&out, each == oldest ? "panic: " : "\tpanic: ");
    put(&out, each->message);
    put(&out, each->state == DEFER_RAISED ? "\n" : " [recovered]\n");
    if (each->left_out) {
      put(&out, "\t(");
      put_number(&out, each->left_out, 10);
      put(&out, " more, left out for want of memory)\n");
    }
  }

  if (reason) {
    put(&out, "unwinding cannot go on: ");
    put(&out, reason);
    if (where) {
      put(&out, " ");
      put_place(&out, where);
    }
    put(&out, "\n");
  }

  put(&out, "raised at ");
  if (panic->caller) {
    put_place(&out, (uintptr_t)panic->caller);
  } else {
    int line = panic->info.line;
    put(&out, panic->info.file);
    put(&out, ":");
    put_number(&out, line < 0 ? 0 : (uintmax_t)line, 10);
    put(&out, " in ");
    put(&out, panic->info.function);
  }
  put(&out, "\n");

  for (unsigned i = 0; i < panic->trace_count; i++) {
    put(&out, "#");
    put_number(&out, i, 10);
    put(&out, " ");
    put_place(&out, (uintptr_t)defer_trace(panic)[i]);
    put(&out, "\n");
  }
  flush(&out);
  abort();
}

DEFER_EXPORT void __defer_cannot_return(const char *function,
                                        const char *reason) {
  output out;
  out.length = 0;
  put(&out, "a panic was recovered, but its frame cannot return: ");
  put(&out, function);
  put(&out, " ");
  put(&out, reason);
  put(&out, "\n");
  flush(&out);
  abort();
}
