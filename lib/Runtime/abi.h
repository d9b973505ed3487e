/*===-- abi.h - What lowered code and the run-time agree on ---------*- C -*-===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The functions that the LowerDefer pass calls, and the layout of what it
 * allocates in the frames. lib/Transforms/RuntimeABI.{h,cpp} is the same in
 * LLVM terms: change both, and the version in the personality's name with them.
 * Every object that defers refers to the personality, so objects and a run-time
 * of another version fail to link.
 *
 * Nothing here is for users; they include defer.h.
 *
 *===----------------------------------------------------------------------===*/

#ifndef DEFER_RUNTIME_ABI_H
#define DEFER_RUNTIME_ABI_H

#include "defer.h"

#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

/** The code of a deferred call or block. `context` holds the frozen arguments
 *  and the addresses of the variables it uses; `exception` is NULL on a normal
 *  return, in a landing pad what is being unwound with (ours or a foreign one).
 */
typedef void defer_thunk(void *context, struct _Unwind_Exception *exception);

/** One deferred call of a site in a cycle. Lowered code fills it and links it;
 *  the thunk's context follows the header. Lives in memory of its activation's
 *  list. */
typedef struct defer_record {
  struct defer_record *next; /* deferred before this one, runs after it */
  defer_thunk *thunk;        /* called with (self + 1, exception) */
} defer_record;

/** The records of one cyclic component in one activation: an alloca of the
 *  function's frame, all zero to begin with, but that cursor and limit may be
 *  those of another alloca, aligned to pointers, for the first records.
 *
 *  Nothing outside of the frame points to it, so a frame that longjmp skips, or
 *  one on a stack that another thread resumes, needs no care; the memory
 *  belongs to the list while it is borrowed. */
typedef struct defer_list {
  defer_record *top;         /* the one deferred last */
  char *cursor;              /* next free byte of the newest chunk */
  char *limit;               /* its end */
  struct defer_chunk *chunk; /* newest first; none for what is in the frame */
} defer_list;

/** Returns a record, not filled and not linked, followed by a context of `size`
 *  bytes aligned to `align` (a power of two; the header itself is aligned to
 *  pointers), or NULL if memory cannot be had. It stays until the list has been
 *  drained past what was allocated later; nothing else may be allocated from
 *  the list before it is linked. Constant time but for a new chunk. As
 *  signal-safe as malloc. */
defer_record *__defer_allocate(defer_list *list, size_t size, size_t align);

/** Storage for a new instance of a variable that a record may capture, of
 *  `size` bytes aligned to `align` (a power of two), which stays as long as a
 *  record that is pushed afterwards. If nothing was pushed since the variable's
 *  last instance, that one will do. Panics with `out of memory`. */
void *__defer_storage(defer_list *list, size_t size, size_t align);

/** Runs the list's records, newest first, each unlinked before it is called,
 *  and gives memory back. `exception` is NULL on a normal return; in a landing
 *  pad it is what is being unwound with, and every call is settled after it. A
 *  call that panics leaves the rest in the list, for another drain. Must be
 *  called on every way out on which the list's cursor is not where it was at
 *  first. */
void __defer_drain(defer_list *list, struct _Unwind_Exception *exception);

/** Raises the panic `out of memory`: a record could not be had. The caller has
 *  run the deferred call itself. */
DEFER_NORETURN_ void __defer_out_of_memory(void);

/** Raises the panic of a deferred call through a null pointer (D8). The place
 *  is that of the defer statement. */
DEFER_NORETURN_ void __defer_null_call(const char *file, size_t line,
                                       const char *function);

/** The personality of every function with landing pads of ours: its table holds
 *  cleanups only. Follows the Itanium C++ ABI's exception handling level II. */
_Unwind_Reason_Code __defer_personality_v0(int version, _Unwind_Action actions,
                                           _Unwind_Exception_Class class_,
                                           struct _Unwind_Exception *exception,
                                           struct _Unwind_Context *context);

/** What a step of a panic chain does; `slot` is a number of its own. `frame` is
 *  what the chain was begun with, words of the function's frame. */
enum {
  /** Calls a thunk, `function`, with a context in the frame: &frame[slot]. */
  DEFER_STEP_THUNK,
  /** The same with a context elsewhere: frame[slot] is its address. */
  DEFER_STEP_THUNK_AT,
  /** Calls the thunk frame[slot] with the context frame[slot + 1]. */
  DEFER_STEP_INDIRECT,
  /** Drains the defer_list at frame[slot]. If a call in it throws, does so
   *  again, until none is left. */
  DEFER_STEP_LIST,
  /** Calls `function`, which was itself deferred and may recover, with the word
   *  frame[slot]. */
  DEFER_STEP_CALL_WORD,
  /** The same with `slot`, a signed number of 20 bits. */
  DEFER_STEP_CALL_NUMBER,
  /** The same with an address: what `function` of the next element of the table
   *  refers to, which is no step. */
  DEFER_STEP_CALL_AT,
  /** If bit `slot` of the frame is clear (bit slot % 64 of frame[slot / 64])
   *  goes on `function` steps further, a plain number; else with `next`. */
  DEFER_STEP_TEST,
  /** Goes on `function` steps further, a plain number. */
  DEFER_STEP_GO,
  /** The three calls again; `function` refers to a pointer to the function, for
   *  one that may be in another object: in its own a linkage table's entry may
   *  have to stand for it, which is not its address (P3). */
  DEFER_STEP_CALL_WORD_FAR,
  DEFER_STEP_CALL_NUMBER_FAR,
  DEFER_STEP_CALL_AT_FAR,
  /** Calls the function of the step that is `slot` elements further, with what
   *  `function` refers to as its argument. */
  DEFER_STEP_CALL_SAME_AT,
  /** Calls `function`, which was itself deferred, with a copy on the stack of
   *  what the word frame[slot % 256] is the address of; its size in words is
   *  slot / 256. The same by a pointer to the function. */
  DEFER_STEP_CALL_COPY,
  DEFER_STEP_CALL_COPY_FAR,
  /** Changes the integer that `function` refers to, in place of a block that
   *  does no more. Bits 0 and 1 of `slot`: the logarithm of its size in bytes;
   *  bit 2: whether what is there counts; the rest: a signed number that is
   *  added to it, or that it becomes. */
  DEFER_STEP_CHANGE
};

/** A step of a function's panic chain, a table of constants. */
typedef struct defer_step {
  /** The function's distance from this field; or a number, see above. */
  int32_t function;
  /** Bits 0 to 3: one of the above. Bits 4 to 11: how many steps further the
   *  next one is. Where a distance is 0 the chain ends. Bits 12 to 31: `slot`.
   */
  uint32_t what;
} defer_step;

/** In a landing pad: runs the panic chain from `first` on. What a deferred call
 *  throws takes over from `exception`, and the rest runs. Returns if that was
 *  recovered: it is freed and the frame returns normally. Otherwise unwinding
 *  goes on through the caller, to which this is a call that throws. */
void __defer_unwind(struct _Unwind_Exception *exception,
                    const defer_step *first, uintptr_t *frame);

/** Two words, returned in registers. */
typedef struct defer_words {
  uintptr_t word0, word1;
} defer_words;

/** The same for a frame of four words, which are made for the chain. Returns
 *  the first two of them, as deferred calls left them. */
defer_words __defer_unwind_words(struct _Unwind_Exception *exception,
                                 const defer_step *first, uintptr_t word0,
                                 uintptr_t word1, uintptr_t word2,
                                 uintptr_t word3);

/** A landing pad may be no code but a description, which has the effect of
 *  code that calls one of the two above. The call's entry in the function's
 *  table (LSDA) has where to go on after that, in place of a pad, and an
 *  action. Of the action's records one has a positive number, the first
 *  step's plus one, if that is not step 0; the table's first type is what
 *  steps are counted in. One has a filter, if there is more to say than to
 *  run the chain: numbers in uleb128, as follows. Where a code is a range it
 *  has a number added: that of a word, of a register (by DWARF), or a value. */
enum {
  DEFER_PAD_END,
  /** Takes the value on top of a stack for the address of the frame. */
  DEFER_PAD_FRAME,
  /** Runs the chain. What follows is done if the frame returns normally. */
  DEFER_PAD_RUN,
  /** The same in what was inlined: if it does not return normally, goes on
   *  with a pad of the function that it was inlined in, that of the entry of
   *  length 0 at the place where this one goes on. */
  DEFER_PAD_RUN_INNER,
  /** The next number is that of the type that is the table of steps. */
  DEFER_PAD_TABLE,
  /** Take two values from the stack, the left one below, and push one. */
  DEFER_PAD_ADD,
  DEFER_PAD_AND,
  DEFER_PAD_OR,
  DEFER_PAD_SHIFT_LEFT,
  DEFER_PAD_SHIFT_RIGHT,
  /** Push the next number, or what it is the complement of. */
  DEFER_PAD_NUMBER,
  DEFER_PAD_COMPLEMENT,
  /** Loads from the address on top of the stack; the next number is the size in
   *  bytes. */
  DEFER_PAD_LOAD,
  /** Push the first two words as the chain has left them. */
  DEFER_PAD_WORD_0,
  DEFER_PAD_WORD_1,
  /** Takes an address and, below it, a value, whose low bytes it stores there;
   *  the next number is how many. */
  DEFER_PAD_STORE,
  /** Takes a value from the stack for a word of a frame that is made for the
   *  chain. The others are 0. */
  DEFER_PAD_WORD = 16,
  /** Pushes what a register was at the call. */
  DEFER_PAD_REGISTER = 32,
  /** Takes a value from the stack for a register; sets one to 0. */
  DEFER_PAD_SET = 48,
  DEFER_PAD_CLEAR = 64,
  /** Pushes a value. */
  DEFER_PAD_VALUE = 80
};

/** Before the panic chain calls `function`, which was itself deferred: the next
 *  entry of that function may recover `exception`. */
void __defer_arm(const void *function, struct _Unwind_Exception *exception);

/** At the entry of a function that contains defer_recover(): what it may
 *  recover, or NULL. `self` is the function's address. */
struct _Unwind_Exception *__defer_armed(const void *self);

/** defer_recover() with the exception its caller was run for; NULL gives NULL,
 *  so does a foreign exception or a panic recovered already. */
const defer_panic_info *__defer_recover(struct _Unwind_Exception *exception);

/** A recovered frame cannot return (P2): says why and aborts. `reason` is, for
 *  instance, `is declared noreturn`. */
DEFER_NORETURN_ void __defer_cannot_return(const char *function,
                                           const char *reason);

/** In the landing pad of a call that was said to be unable to unwind (a
 *  function declared nothrow, pure or const; P9): reports a panic of ours and
 *  aborts. Returns for an exception of somebody else, which goes on. */
void __defer_cannot_unwind(struct _Unwind_Exception *exception);

#endif /* DEFER_RUNTIME_ABI_H */
