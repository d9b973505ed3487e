/*===-- panic.c - Panics, from the raise to the end -------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The whole story, and where each part of it is told:
 *
 *     defer_panicf("A")        makes an object (pool.c) and fills it
 *     __defer_raise            sends it up the stack (unwind.c)
 *       __defer_personality_v0 finds a frame's landing pad (personality.c)
 *         __defer_unwind       called there, or __defer_run_pad where the pad
 *                              is a description (pad.c): runs the frame's
 *                              panic chain, a table of steps (chain.c), each
 *                              one a deferred call, or records (record.c)
 *           __defer_arm        before a call of a function, for it may recover
 *           __defer_try        calls, and catches what is thrown (Machine/)
 *           __defer_armed      at the function's entry (recover.c)
 *           __defer_recover    what it knows now of A
 *           __defer_settle     after the call
 *         __defer_finish_chain if recovered, frees A, and the frame returns;
 *                              otherwise it resumes: on to the next frame
 *     __defer_report           at the end of the stack (report.c); abort()
 *
 * A deferred call may panic itself. That panic begins on top of the frame that
 * runs the call, as any other, and if it is recovered before it comes down to
 * that frame, the outer panic knows nothing of it. Otherwise it enters the pad
 * of __defer_try; __defer_take_over is called and what is left runs:
 *
 *     old, runs the chain   new       what becomes of the old one
 *     A                     B         is the next of B->replaced, or if it was
 *                                     settled is in B->kept
 *     A                     foreign   freed
 *     foreign               B         is B->suspended
 *     foreign               foreign   dropped
 *
 * The chain of `replaced` is for the report. `kept` panics are over, but a
 * deferred call that is still to run may hold what defer_recover() returned to
 * another; they are freed when the frame is left. A `suspended` exception, of
 * C++ or the end of a thread, goes on when the panic above it is recovered.
 *
 * All of this hangs on the exception that is passed around. Nothing of it
 * belongs to a thread, which is what makes stacks that are switched, or moved
 * from thread to thread, work. A thread has only spare memory, the token of
 * recover.c, and a list by which dropped panics are found (thread.c).
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* "DEFRC" and the language, in the way of the Itanium C++ ABI. */
static const _Unwind_Exception_Class exception_class =
    (_Unwind_Exception_Class)0x4445465243000000;

static void end(defer_object *panic);

/** Somebody else has caught the panic (C++: the end of a catch (...)). */
static void cleanup(_Unwind_Reason_Code reason,
                    struct _Unwind_Exception *exception) {
  (void)reason;
  end((defer_object *)exception);
}

defer_object *__defer_ours(struct _Unwind_Exception *exception) {
  /* A program and a library may each have brought a run-time; the class is that
   * of both, but `cleanup` is another function. */
  if (exception->exception_class != exception_class ||
      exception->exception_cleanup != cleanup)
    return NULL;
  return (defer_object *)exception;
}

/*--- The end of exceptions --------------------------------------------------*/

/** A foreign exception that nobody will see again. */
static void drop_foreign(struct _Unwind_Exception *exception) {
  /* The end of a thread has class 0. It belongs to the thread, and its cleanup
   * function aborts the program: it must not be dropped by a catch (...). */
  if (exception->exception_class)
    _Unwind_DeleteException(exception);
}

static defer_object *oldest_of(defer_object *panic) {
  return panic->oldest ? panic->oldest : panic;
}

void __defer_release(defer_object *panic) {
  /* The lists of lists are as deep as panics were nested, and may be long: link
   * them into one, and no recursion is needed. */
  defer_object *last = oldest_of(panic);
  while (panic) {
    if (panic->kept) {
      last->replaced = panic->kept;
      last = oldest_of(panic->kept);
    }
    if (panic->suspended)
      drop_foreign(panic->suspended);
    __defer_disarm(&panic->unwind);
    defer_object *next = panic->replaced;
    if (__defer_is_last_holder(panic))
      __defer_object_free(panic);
    panic = next;
  }
}

/** The end of a panic that was under way. */
static void end(defer_object *panic) {
  defer_token outer = panic->outer;
  __defer_delist(panic);
  __defer_release(panic);
  __defer_restore_token(&outer);
}

/*--- What a panic chain calls -----------------------------------------------*/

struct search {
  uintptr_t caller, sp;
};

static _Unwind_Reason_Code search_frame(struct _Unwind_Context *context,
                                        void *argument) {
  struct search *search = argument;
  if (_Unwind_GetIP(context) != search->caller)
    return _URC_NO_REASON;
  search->sp = _Unwind_GetCFA(context);
  return _URC_END_OF_STACK;
}

/** The stack pointer of the innermost frame that `caller` returns to. */
static uintptr_t stack_pointer_of(const void *caller) {
  struct search search = {(uintptr_t)caller, 0};
  _Unwind_Backtrace(search_frame, &search);
  return search.sp;
}

/** True if the C++ frame that was to catch `exception` has been left by a panic
 *  that passed it, and is now in the frame that `caller` returns to. In the
 *  exception of a search that found a handler, libgcc and libunwind keep the
 *  handler's stack pointer. The end of a thread was not searched for, and needs
 *  no handler. */
static bool handler_is_gone(const struct _Unwind_Exception *exception,
                            const void *caller) {
  return exception->private_1 == 0 &&
         exception->private_2 < stack_pointer_of(caller);
}

/** Adds a foreign exception that `panic` took over from. There may be one
 *  already, from a frame further in; `caller` is as above. */
static void suspend(defer_object *panic, struct _Unwind_Exception *foreign,
                    const void *caller) {
  struct _Unwind_Exception *inner = panic->suspended;
  /* The inner one would have taken over from the other. But the end of a thread
   * is not to be averted. */
  if (inner && foreign->exception_class && !handler_is_gone(inner, caller)) {
    drop_foreign(foreign);
    return;
  }
  if (inner && inner != foreign)
    drop_foreign(inner);
  panic->suspended = foreign;
}

/** Drops what stands between the newest and the oldest of those that `panic`
 *  took over from, and counts it for the report. Not what was recovered: what
 *  defer_recover() returned is still promised. */
static void shorten(defer_object *panic) {
  defer_object *oldest = panic->oldest, *last = panic->replaced;
  while (last != oldest) {
    defer_object *each = last->replaced;
    if (each == oldest || each->state != DEFER_RAISED) {
      last = each;
      continue;
    }
    last->replaced = each->replaced;
    each->replaced = NULL;
    __defer_release(each);
    oldest->left_out++;
  }
}

void __defer_take_over(struct _Unwind_Exception *replaced,
                       struct _Unwind_Exception *exception,
                       const void *caller) {
  defer_object *old = __defer_ours(replaced), *new = __defer_ours(exception);
  __defer_disarm(replaced);
  if (!new) {
    if (old)
      end(old);
    else if (replaced != exception) /* a thread's end has one object */
      drop_foreign(replaced);
    return;
  }
  if (!old) {
    if (new->outer.exception == replaced)
      new->outer.function = NULL;
    suspend(new, replaced, caller);
    return;
  }
  __defer_delist(old);
  new->outer = old->outer; /* what was saved since was for `old` */
  if (old->suspended) {
    suspend(new, old->suspended, caller);
    old->suspended = NULL;
  }
  /* `new` has left all frames further in, so it keeps nothing for them. It may
   * have replaced others there. */
  if (old->state == DEFER_SETTLED) {
    new->kept = old;
    return;
  }
  new->kept = old->kept;
  old->kept = NULL;
  oldest_of(new)->replaced = old;
  new->oldest = oldest_of(old);
  /* Each frame may have no memory for a record, and panic: the reserve is to
   * last for all of them. */
  if (__defer_object_is_reserve(new))
    shorten(new);
}

void __defer_settle(struct _Unwind_Exception *exception) {
  __defer_disarm(exception);
  defer_object *panic = __defer_ours(exception);
  if (panic && panic->state == DEFER_RECOVERED)
    panic->state = DEFER_SETTLED;
}

struct _Unwind_Exception *
__defer_finish_chain(struct _Unwind_Exception *exception, const void *caller) {
  defer_object *panic = __defer_ours(exception);
  if (!panic)
    return exception;
  __defer_disarm(exception);
  if (panic->state == DEFER_RAISED) {
    if (panic->kept) {
      __defer_release(panic->kept);
      panic->kept = NULL;
    }
    return exception;
  }
  struct _Unwind_Exception *suspended = panic->suspended;
  if (suspended && !handler_is_gone(suspended, caller))
    panic->suspended = NULL;
  else
    suspended = NULL; /* goes with the panic */
  end(panic);
  return suspended;
}

/*--- Raising ----------------------------------------------------------------*/

/** `caller` is where the raising function returns to. */
static defer_object *create(const void *value, const char *file, int line,
                            const char *function, const void *caller) {
  defer_object *panic = __defer_object_new();
  panic->unwind.exception_class = exception_class;
  panic->unwind.exception_cleanup = cleanup;
  panic->info.value = (void *)(uintptr_t)value;
  panic->info.message = panic->message;
  panic->info.file = file ? file : "?";
  panic->info.line = line;
  panic->info.function = function ? function : "?";
  panic->caller = file ? NULL : caller;
  __defer_save_token(&panic->outer);
  if (!panic->last_resort)
    __defer_enlist(panic, (uintptr_t)__builtin_dwarf_cfa());
  __defer_capture(panic, caller);
  return panic;
}

DEFER_NORETURN_ static void panic_value(const void *value, const char *file,
                                        int line, const char *function,
                                        const void *caller) {
  defer_object *panic = create(value, file, line, function, caller);
  if (value)
    snprintf(panic->message, panic->message_size, "(void *) %#jx",
             (uintmax_t)(uintptr_t)value);
  else
    strcpy(panic->message, "nil");
  __defer_raise(panic);
}

/** Marks that `message`, which fills its `size` bytes, was cut. */
static void mark_cut(char *message, size_t size) {
  static const char mark[] = "...";
  size_t end = size - sizeof mark;
  /* Not in the middle of a character of UTF-8, which has four bytes at most. */
  for (unsigned i = 0; i < 3 && ((unsigned char)message[end] & 0xc0) == 0x80;
       i++)
    end--;
  memcpy(message + end, mark, sizeof mark);
}

DEFER_NORETURN_ static void panic_format(const char *file, int line,
                                         const char *function,
                                         const void *caller, const char *format,
                                         va_list arguments) {
  int error = errno; /* for %m */
  defer_object *panic = create(NULL, file, line, function, caller);
  errno = error;
  int length =
      vsnprintf(panic->message, panic->message_size, format, arguments);
  if (length < 0) {
    /* Some conversions need memory, or can fail: then the format is better than
     * nothing. */
    size_t size = strlen(format);
    length = (int)size;
    if (size >= panic->message_size)
      size = panic->message_size - 1;
    memcpy(panic->message, format, size);
    panic->message[size] = 0;
  }
  if ((unsigned)length >= panic->message_size)
    mark_cut(panic->message, panic->message_size);
  __defer_raise(panic);
}

DEFER_EXPORT void defer_panic_at(const void *value, const char *file, int line,
                                 const char *function) {
  panic_value(value, file, line, function, __builtin_return_address(0));
}

DEFER_EXPORT void defer_panic(const void *value) {
  panic_value(value, NULL, 0, NULL, __builtin_return_address(0));
}

DEFER_EXPORT void defer_panicf_at(const char *file, int line,
                                  const char *function, const char *format,
                                  ...) {
  va_list arguments;
  va_start(arguments, format);
  panic_format(file, line, function, __builtin_return_address(0), format,
               arguments);
}

DEFER_EXPORT void defer_panicf(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  panic_format(NULL, 0, NULL, __builtin_return_address(0), format, arguments);
}

void __defer_no_memory(const void *caller) {
  defer_object *panic = create(NULL, NULL, 0, NULL, caller);
  strcpy(panic->message, "out of memory");
  __defer_raise(panic);
}

DEFER_EXPORT void __defer_out_of_memory(void) {
  __defer_no_memory(__builtin_return_address(0));
}

DEFER_EXPORT void __defer_null_call(const char *file, size_t line,
                                    const char *function) {
  defer_object *panic =
      create(NULL, file, (int)line, function, __builtin_return_address(0));
  strcpy(panic->message, "deferred call through a null pointer");
  __defer_raise(panic);
}
