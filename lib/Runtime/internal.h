/*===-- internal.h - What the files of the run-time share -------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The story is told at the top of panic.c. Names of functions that are not
 * static begin with __defer_ even where they are hidden: libdefer.a is linked
 * into programs, where visibility is no protection.
 *
 *===----------------------------------------------------------------------===*/

#ifndef DEFER_RUNTIME_INTERNAL_H
#define DEFER_RUNTIME_INTERNAL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* dladdr1, MAP_ANONYMOUS */
#endif
#ifndef DEFER_TOOLING
#define DEFER_TOOLING 1 /* the run-time is compiled without the plugin */
#endif
#ifndef DEFER_NO_KEYWORD
#define DEFER_NO_KEYWORD 1
#endif

#include "abi.h"

#undef defer_panic
#undef defer_panicf

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/** Everything is compiled with hidden visibility; this is what stays visible.
 *  It stands in libdefer.map, too. */
#define DEFER_EXPORT __attribute__((__visibility__("default")))

/** The run-time may come with a library that is opened late, and a panic may
 *  not need malloc, which a dynamic thread-local model does at first access. */
#define DEFER_THREAD_LOCAL                                                     \
  _Thread_local __attribute__((__tls_model__("initial-exec")))

/** Where a panic stands between its raise and its end. */
enum defer_state {
  DEFER_RAISED,    /* nobody has recovered it */
  DEFER_RECOVERED, /* recovered, by a deferred call that has not returned */
  DEFER_SETTLED    /* that call has returned: the panic is over */
};

/** Who may recover what; see recover.c. */
typedef struct defer_token {
  const void *function;
  struct _Unwind_Exception *exception;
} defer_token;

/** What a table has for a call. */
typedef struct defer_site {
  uintptr_t pad;   /* where to go on */
  uintptr_t start; /* where the function begins */
  /** The first action record, if the pad is no code: see pad.c. Else NULL. */
  const uint8_t *action;
  /** What type numbers and filters are relative to, and how a type is encoded.
   *  NULL if there are none. */
  const uint8_t *types;
  uint8_t type_encoding;
} defer_site;

/** A panic. The unwinder passes the address of its first member around, so to
 *  lowered code it is the exception. */
typedef struct defer_object {
  struct _Unwind_Exception unwind;
  defer_panic_info info;
  /** The one that this one took over from; newest first, for the report. */
  struct defer_object *replaced;
  /** The oldest of them, in the newest one only; NULL if there is none. */
  struct defer_object *oldest;
  /** How many newer ones than the oldest were dropped for want of memory; in
   *  the oldest one only. */
  unsigned left_out;
  /** Panics that ended in the frame that is now running its deferred calls: no
   *  part of any report, but what defer_recover() returned is still promised.
   *  */
  struct defer_object *kept;
  /** The foreign exception that this one took over from: it goes on when this
   *  one is recovered. */
  struct _Unwind_Exception *suspended;
  /** The token that was armed at the raise. */
  defer_token outer;
  /** Where a frame of another language said that it wants to handle it; see
   *  unwind.c. */
  uintptr_t handler;
  bool asking; /* while it is asked */
  /** Where the function of the frame before began. */
  uintptr_t last_start;
  /** The return address of the call whose pad it was last sent to, and what the
   *  table has for it. */
  uintptr_t landing;
  defer_site landing_site;
  enum defer_state state;
  bool last_resort;
  /** Where the raising function returns to, if no place in a source was given.
   */
  const void *caller;
  /** Memory of the list of records that it is running, which goes with it if it
   *  is dropped there. */
  struct defer_chunk *chunks;
  /** Of the list in thread.c. `pad` is the landing pad that the panic is in, or
   *  0; `sp` the stack pointer of the frame where it was last. */
  struct defer_object *older, *newer;
  _Atomic(uintptr_t) sp, pad;
  _Atomic(uint64_t) thread;
  atomic_uint holders;
  /** Return addresses at the raise, of DEFER_BACKTRACE: they follow the
   *  message, if there is room. */
  unsigned trace_count, trace_size;
  unsigned message_size;
  _Alignas(void *) char message[];
} defer_object;

static inline void **defer_trace(defer_object *panic) {
  return (void **)(void *)(panic->message + panic->message_size);
}

/*--- pool.c: memory for panics ----------------------------------------------*/

/** An object with sizes set and everything else zero. Not from malloc;
 *  lock-free; for signal handlers too. If there is no memory at all it is one
 *  that all threads share, marked `last_resort`, and good for a report only. */
defer_object *__defer_object_new(void);
void __defer_object_free(defer_object *panic);
/** Whether it was made when the system had no memory. */
bool __defer_object_is_reserve(const defer_object *panic);

/*--- panic.c ----------------------------------------------------------------*/

/** The panic that `exception` is, or NULL if it is somebody else's, be it of
 *  another copy of this run-time. */
defer_object *__defer_ours(struct _Unwind_Exception *exception);

/** While a frame's panic chain ran for `replaced` a deferred call has thrown
 *  `exception`, which takes over. A panic replaced is kept for the report; one
 *  replaced by a foreign exception is dropped; a foreign one replaced by a
 * panic is resumed if that panic is recovered (P7, P8). `caller` is a return
 * address: that into the frame which runs its chain. */
void __defer_take_over(struct _Unwind_Exception *replaced,
                       struct _Unwind_Exception *exception, const void *caller);

/** After a deferred call that may have recovered `exception`: from here on a
 *  panic that it recovered is over and is no part of a later one's report. */
void __defer_settle(struct _Unwind_Exception *exception);

/** At the end of a panic chain. NULL if `exception` was recovered: it is freed
 *  and the frame returns normally. Otherwise what is to be resumed. */
struct _Unwind_Exception *
__defer_finish_chain(struct _Unwind_Exception *exception, const void *caller);

/** Frees a panic that nobody will see again, and all that hangs on it. */
void __defer_release(defer_object *panic);

/** Raises the panic `out of memory` for the code that `caller` returns to. */
DEFER_NORETURN_ void __defer_no_memory(const void *caller);

/*--- unwind.c ---------------------------------------------------------------*/

/** Unwinds the stack with `panic` from here on. */
DEFER_NORETURN_ void __defer_raise(defer_object *panic);

/*--- personality.c ----------------------------------------------------------*/

enum defer_pad {
  DEFER_PAD,      /* there is a landing pad */
  DEFER_PAD_NONE, /* the call may unwind, and nothing is to be done for it */
  DEFER_PAD_GAP,  /* the table does not know the call: it was not to unwind */
  DEFER_PAD_ERROR /* the table cannot be read */
};

/** Looks `ip`, an address inside of the call, up in a function's table. `start`
 *  is where the function begins. Fills `site` if there is a pad. */
enum defer_pad __defer_find_pad(const uint8_t *lsda, uintptr_t start,
                                uintptr_t ip, defer_site *site);

/** The same for the entry of length 0 that begins at `place`. */
enum defer_pad __defer_find_outer(const uint8_t *lsda, uintptr_t start,
                                  uintptr_t place, defer_site *site);

/*--- pad.c: landing pads that are no code -----------------------------------*/

/** Does what a pad of no code says. `registers` are the frame's, by DWARF's
 *  numbers, and `ip` the address to which the call would have returned; it
 *  becomes the one where the frame goes on. NULL if it goes on there, with what
 *  `registers` are then; else what is to be unwound with. */
struct _Unwind_Exception *__defer_run_pad(struct _Unwind_Exception *exception,
                                          uintptr_t *registers, uintptr_t *ip);

/** Whether the function that begins at `start` is __defer_land, of this or of
 *  another copy of the run-time. */
bool __defer_is_land(uintptr_t start);

/*--- dwarf.c: numbers as unwind tables have them ----------------------------*/

uintptr_t __defer_read_uleb(const uint8_t **at);
intptr_t __defer_read_sleb(const uint8_t **at);

/** Reads a value of one of DWARF's pointer encodings at `*at` and steps over
 *  it. `start` is the function's, for relative ones. False if it is none of
 *  those that we know. */
bool __defer_read_encoded(const uint8_t **at, uint8_t encoding, uintptr_t start,
                          uintptr_t *value);
#define DEFER_ENCODING_OMIT 0xff
/** The bytes of a value; 0 if that depends on it. */
size_t __defer_encoded_size(uint8_t encoding);

/** The personality of the function that `pc` lies in, or NULL. */
_Unwind_Personality_Fn __defer_personality_of(uintptr_t pc);

/** The exception table of the function that `pc` lies in, and where that
 * begins; or NULL. */
const uint8_t *__defer_lsda_of(uintptr_t pc, uintptr_t *start);

/** The size of the code around `pc` that one entry of the unwind tables
 *  describes (a function, or a whole table of stubs), and where it begins; 0 if
 *  there is none. */
size_t __defer_extent_of(uintptr_t pc, uintptr_t *start);

/*--- Machine/: all that is specific to one machine --------------------------*/

/** Calls `function` with the two others. NULL if that returns, and what it
 *  threw if it does not. The frame has a landing pad and is one of ours to all
 *  who may ask; its personality is __defer_own_personality. */
struct _Unwind_Exception *__defer_try(uintptr_t function, uintptr_t argument,
                                      struct _Unwind_Exception *exception);

/** Where the unwinder enters a frame whose pad is no code, instead of the pad:
 *  the exception is where a pad would find it, and in the second register the
 *  return address of the call. It is between the frame and what it calls as a
 *  signal's frame is, so that the frame stands at an instruction, and not
 *  behind a call, to all who unwind it. NULL if this machine has no such pads.
 */
extern const char __defer_land[] __attribute__((__weak__));

/** The same for a function whose only argument is a struct that is passed in
 *  memory, of `words` words at `argument`. */
struct _Unwind_Exception *__defer_try_copy(uintptr_t function,
                                           uintptr_t argument, size_t words);

/* The table of one of the two: no base of landing pads, no types, one cleanup,
 * in uleb128. */
#define DEFER_TRY_TABLE(Function)                                              \
  ".section .gcc_except_table, \"a\"\n"                                        \
  ".p2align 2\n"                                                               \
  ".L" #Function "_table:\n"                                                   \
  ".byte 0xff, 0xff, 0x01\n"                                                   \
  ".uleb128 .L" #Function "_end - .L" #Function "_sites\n"                     \
  ".L" #Function "_sites:\n"                                                   \
  ".uleb128 .L" #Function "_call - " #Function "\n"                            \
  ".uleb128 .L" #Function "_returned - .L" #Function "_call\n"                 \
  ".uleb128 .L" #Function "_pad - " #Function "\n"                             \
  ".uleb128 0\n"                                                               \
  ".L" #Function "_end:\n"                                                     \
  ".text\n"

/** If the code at `entry` is that of an entry of a procedure linkage table, a
 *  jump to where a slot points: the slot's content, else NULL. `size` is that
 *  of the instructions up to and with the jump. Reads no further than it must
 *  to tell. */
const void *__defer_stub_target(const void *entry, size_t *size);

/*--- chain.c ----------------------------------------------------------------*/

/** Runs the steps from `step` on. NULL if what is unwound with in the end was
 *  recovered, otherwise what is to be resumed. `caller` is a return address,
 *  that into the function's frame. */
struct _Unwind_Exception *__defer_run_steps(struct _Unwind_Exception *exception,
                                            const defer_step *step,
                                            uintptr_t *frame,
                                            const void *caller);

/** Whether the function that begins at `start` is one of those between a
 *  deferred call and the frame that runs its panic chain. */
bool __defer_runs_steps(uintptr_t start);

/*--- recover.c --------------------------------------------------------------*/

/** Puts the token aside while a panic is under way, and back. */
void __defer_save_token(defer_token *token);
void __defer_restore_token(const defer_token *token);
/** Forgets a token that was not taken, for its panic moves on or ends. */
void __defer_disarm(struct _Unwind_Exception *exception);

/*--- thread.c: what a thread keeps, and gives back when it ends -------------*/

/** Sees to it that this thread gives back what it keeps; false if that cannot
 *  be. Needs no memory if `without_memory`. */
bool __defer_register_thread(bool without_memory);

/** A panic is under way, on this thread at first. */
void __defer_enlist(defer_object *panic, uintptr_t sp);
/** It is over, or part of another one; on any thread. */
void __defer_delist(defer_object *panic);
/** It enters a landing pad of ours. Frees panics that it finds gone. */
void __defer_lands(defer_object *panic, uintptr_t sp, uintptr_t pad);
/** It has left the pad. */
void __defer_goes_on(defer_object *panic);
/** Its user is done with it: true if no list knows it, and it is to be freed.
 */
bool __defer_is_last_holder(defer_object *panic);

/*--- record.c ---------------------------------------------------------------*/

/** Frees the spare chunks of this thread. */
void __defer_free_spare(void);
/** Takes chunks back that were a list's; in a panic. */
void __defer_give_chunks(struct defer_chunk *newest);

/*--- symbols.c: the function at an address ----------------------------------*/

typedef struct defer_place {
  uintptr_t address;
  /** Of the function, or of as much as there is room for; "" if not known. */
  char name[256];
  /** Where the function begins; 0 if the address is in a part of it that was
   *  moved elsewhere. */
  uintptr_t start;
  /** The program or library, if its name is known, and what is to be subtracted
   *  from an address in it to have the address that its file knows. */
  const char *file;
  uintptr_t bias;
  /** The dynamic linker's name for it and its program headers, if it is loaded
   *  from a file. */
  const char *object;
  const void *headers;
  size_t header_count;
} defer_place;

/** As far as it is known without a look into any file. */
void __defer_find_place(uintptr_t address, defer_place *place);
/** Looks a name that is missing up in the file. */
void __defer_read_name(defer_place *place);

/*--- report.c ---------------------------------------------------------------*/

/** Reports a panic that nobody recovered, and aborts. `reason`, if not NULL,
 *  says why unwinding cannot go on, and `where`, if not 0, is the address in
 *  question. */
DEFER_NORETURN_ void __defer_report(defer_object *panic, const char *reason,
                                    uintptr_t where);

/** A reason: what a frame was reached through (P9). */
#define DEFER_UNABLE_TO_UNWIND                                                 \
  "a call that was compiled as unable to unwind (a function declared "         \
  "nothrow, pure or const) in"

/** A reason: what its exception table is. */
#define DEFER_UNREADABLE "an unreadable exception table of"

/** Stores the call stack from the frame that `caller` returns to on, if the
 *  user wants to see it. */
void __defer_capture(defer_object *panic, const void *caller);

#endif /* DEFER_RUNTIME_INTERNAL_H */
