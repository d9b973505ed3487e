/*===-- thread.c - What a thread keeps, and gives back when it ends ---------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * Spare chunks for records (record.c), and a list of the panics that were
 * raised on it and are under way. Nobody needs that list to unwind. It is for
 * panics that are dropped: longjmp() out of a deferred call says nothing to
 * anybody, and the panic's object would stay for ever.
 *
 * A panic that runs deferred calls is at a place: a landing pad, and the stack
 * pointer there. While it is there, another one does not come to that place
 * and go on without taking over from it (__defer_take_over): the pads of calls
 * in the function's body are behind it, and what comes to the pad of the frame
 * that makes the deferred calls takes over.
 * So when a third one comes to a place, and the second has not taken over from
 * the first, the first is gone, wherever the stack lies and however many there
 * are. Of the panics that are dropped at one place one or two stay in memory:
 *
 *     at the place        C arrives
 *     newest of the list  B    may be one that C is about to take over from
 *     next                A    B has not: dropped
 *
 * The stack pointer alone does not tell: frames that are inlined share it.
 *
 * A thread's native stack is gone when it ends, with all that was on it.
 *
 * A stack may be resumed by another thread, which then ends a panic that is in
 * the list of the first. The panic stays there, marked as ended, until the
 * first thread sees it; the memory is freed by who comes second. No thread
 * changes another's list, and no lock is needed.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <pthread.h>

static DEFER_THREAD_LOCAL struct {
  defer_object *newest;
  uint64_t id; /* 0 is none; addresses are used again, numbers are not */
  bool registered;
} thread;

/*--- Threads that are to give back ------------------------------------------*/

static pthread_key_t key;
static bool have_key;

static void end_thread(void *ignored);

/* Before other constructors, which may defer. */
__attribute__((__constructor__(101))) static void create_key(void) {
  have_key = pthread_key_create(&key, end_thread) == 0;
}

/** If the library is unloaded, threads that end later must not call into it. */
__attribute__((__destructor__)) static void delete_key(void) {
  if (have_key) {
    have_key = false;
    pthread_key_delete(key);
  }
}

bool __defer_register_thread(bool without_memory) {
  if (thread.registered)
    return true;
#ifdef __GLIBC__
  enum { InThread = 32 }; /* keys for which a thread has room beforehand */
#else
  enum { InThread = PTHREAD_KEYS_MAX };
#endif
  if (!have_key || (without_memory && key >= InThread))
    return false;
  thread.registered = pthread_setspecific(key, &thread) == 0;
  return thread.registered;
}

/*--- Panics under way -------------------------------------------------------*/

/* Who may look at an object. */
enum { Listed = 1, Used = 2 };

static bool is_mine(defer_object *panic) {
  return atomic_load_explicit(&panic->thread, memory_order_relaxed) ==
         thread.id;
}

/* What `pad` is when it is none. */
enum { NoPad, Ended };

static uintptr_t pad_of(defer_object *panic) {
  return atomic_load_explicit(&panic->pad, memory_order_acquire);
}

static uintptr_t sp_of(defer_object *panic) {
  return atomic_load_explicit(&panic->sp, memory_order_relaxed);
}

void __defer_enlist(defer_object *panic, uintptr_t sp) {
  static _Atomic(uint64_t) last_id;
  if (!thread.id)
    thread.id =
        atomic_fetch_add_explicit(&last_id, 1, memory_order_relaxed) + 1;
  __defer_register_thread(/*without_memory=*/true);
  atomic_store_explicit(&panic->sp, sp, memory_order_relaxed);
  atomic_store_explicit(&panic->pad, NoPad, memory_order_relaxed);
  atomic_store_explicit(&panic->thread, thread.id, memory_order_relaxed);
  atomic_store_explicit(&panic->holders, Listed | Used, memory_order_relaxed);
  panic->newer = NULL;
  panic->older = thread.newest;
  if (panic->older)
    panic->older->newer = panic;
  thread.newest = panic;
}

static void unlink_mine(defer_object *panic) {
  if (panic->newer)
    panic->newer->older = panic->older;
  else
    thread.newest = panic->older;
  if (panic->older)
    panic->older->newer = panic->newer;
}

void __defer_delist(defer_object *panic) {
  if (is_mine(panic)) {
    unlink_mine(panic);
    atomic_store_explicit(&panic->thread, 0, memory_order_relaxed);
  } else {
    atomic_store_explicit(&panic->pad, Ended, memory_order_release);
  }
}

bool __defer_is_last_holder(defer_object *panic) {
  return !atomic_load_explicit(&panic->thread, memory_order_relaxed) ||
         !(atomic_fetch_and(&panic->holders, ~Used) & Listed);
}

/** Takes a panic of this thread's list out that belongs to another thread. */
static void let_go(defer_object *panic) {
  unlink_mine(panic);
  if (!(atomic_fetch_and(&panic->holders, ~Listed) & Used))
    __defer_object_free(panic);
}

/** Frees a panic whose frame is gone. */
static void drop(defer_object *panic) {
  __defer_delist(panic);
  __defer_give_chunks(panic->chunks);
  __defer_release(panic);
}

void __defer_lands(defer_object *panic, uintptr_t sp, uintptr_t pad) {
  atomic_store_explicit(&panic->sp, sp, memory_order_relaxed);
  atomic_store_explicit(&panic->pad, pad, memory_order_relaxed);
  if (!is_mine(panic) || (thread.newest == panic && !panic->older))
    return;
  /* Those that are gone are among the newest. */
  unsigned budget = 8;
  bool may_be_replaced = true;
  for (defer_object *each = thread.newest, *next; each && budget--;
       each = next) {
    next = each->older;
    uintptr_t other = pad_of(each);
    if (other == Ended)
      let_go(each);
    else if (each == panic || other != pad || sp_of(each) != sp)
      continue;
    else if (may_be_replaced)
      may_be_replaced = false;
    else
      drop(each);
  }
}

void __defer_goes_on(defer_object *panic) {
  atomic_store_explicit(&panic->pad, NoPad, memory_order_relaxed);
}

/*--- The end of a thread ----------------------------------------------------*/

static void end_thread(void *ignored) {
  (void)ignored;
  /* Another destructor that runs later may begin anew. */
  thread.registered = false;
  if (!thread.newest) {
    __defer_free_spare();
    return;
  }
  void *lowest = NULL;
  size_t size = 0;
#ifdef __GLIBC__
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
  }
#endif
  for (defer_object *each = thread.newest, *next; each; each = next) {
    next = each->older;
    if (pad_of(each) != Ended && sp_of(each) - (uintptr_t)lowest < size)
      drop(each);
    else
      let_go(each);
  }
  __defer_free_spare();
}
