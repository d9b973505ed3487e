/*===-- pool.c - Memory for panics ------------------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * A panic needs nothing from malloc: an object is a page of its own. Pages that
 * are not in use wait in a few slots, each of them one atomic pointer, so there
 * is no lock, no list that a signal handler could find half-linked, and nothing
 * to clean up when a thread ends; a thread begins its search at a slot of its
 * own. When the system has no page, there is a small reserve, whose objects
 * have room for a short message.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>

enum {
  PageSize = 4096,
  MessageSize = 1024, /* 1,000 bytes are promised, "..." may follow */
  SlotCount = 64,
  SlotsTried = 8,
  ReserveCount = 256,
  ReserveSize = 512,
  /* libstdc++ reads a few fields in front of an exception before it has looked
   * whose it is (in std::terminate): they are there, and zero. */
  FrontSize = 128
};

static struct slot {
  /* One a cache line: threads do not get into each other's way. */
  _Alignas(64) _Atomic(void *) page;
} slots[SlotCount];

static struct reserve {
  _Alignas(64) char bytes[ReserveSize];
} reserve[ReserveCount], last_resort;
static atomic_bool reserve_used[ReserveCount];

enum {
  HeaderSize = offsetof(defer_object, message),
  ShortMessageSize = ReserveSize - FrontSize - HeaderSize
};
_Static_assert(FrontSize + HeaderSize + 64 <= ReserveSize,
               "an object of the reserve has room for some message");
_Static_assert(FrontSize % _Alignof(defer_object) == 0, "objects are aligned");

/* ThreadSanitizer, if it is in the program, must be told that memory goes from
 * one thread to another: it does not see the atomics of code that was compiled
 * without it, but what the program and libc do with the memory. */
__attribute__((weak)) extern void __tsan_acquire(void *address);
__attribute__((weak)) extern void __tsan_release(void *address);

static void *acquired(void *memory) {
  if (__tsan_acquire)
    __tsan_acquire(memory);
  return memory;
}

static void release(void *memory) {
  if (__tsan_release)
    __tsan_release(memory);
}

static unsigned first_slot(void) {
  static DEFER_THREAD_LOCAL char here;
  /* Thread-local data of different threads is at least a stack apart. */
  return (unsigned)(((uintptr_t)&here >> 12) * 0x9e3779b1u >> 16);
}

static void *take_page(void) {
  unsigned first = first_slot();
  for (unsigned i = 0; i < SlotsTried; i++) {
    struct slot *slot = &slots[(first + i) % SlotCount];
    if (!atomic_load_explicit(&slot->page, memory_order_relaxed))
      continue;
    void *page =
        atomic_exchange_explicit(&slot->page, NULL, memory_order_acquire);
    if (page)
      return acquired(page);
  }
  void *page = mmap(NULL, PageSize, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? NULL : page;
}

static void give_page(void *page) {
  unsigned first = first_slot();
  for (unsigned i = 0; i < SlotsTried; i++) {
    struct slot *slot = &slots[(first + i) % SlotCount];
    void *empty = NULL;
    if (atomic_compare_exchange_strong_explicit(&slot->page, &empty, page,
                                                memory_order_release,
                                                memory_order_relaxed))
      return;
  }
  munmap(page, PageSize);
}

/** Makes an object of `size` bytes of memory. */
static defer_object *make(void *memory, size_t size, unsigned message_size) {
  defer_object *panic = (defer_object *)((char *)memory + FrontSize);
  memset(panic, 0, HeaderSize + 1); /* an empty message, too */
  panic->message_size = message_size;
  panic->trace_size =
      (unsigned)((size - FrontSize - HeaderSize - message_size) /
                 sizeof(void *));
  return panic;
}

defer_object *__defer_object_new(void) {
  void *page = take_page();
  if (page)
    return make(page, PageSize, MessageSize);
  for (unsigned i = 0; i < ReserveCount; i++)
    if (!atomic_exchange_explicit(&reserve_used[i], true, memory_order_acquire))
      return make(acquired(&reserve[i]), ReserveSize, ShortMessageSize);
  defer_object *panic = make(&last_resort, ReserveSize, ShortMessageSize);
  panic->last_resort = true;
  return panic;
}

bool __defer_object_is_reserve(const defer_object *panic) {
  return panic->message_size == ShortMessageSize;
}

void __defer_object_free(defer_object *panic) {
  char *memory = (char *)panic - FrontSize;
  uintptr_t offset = (uintptr_t)memory - (uintptr_t)reserve;
  release(memory);
  if (offset < sizeof reserve)
    atomic_store_explicit(&reserve_used[offset / ReserveSize], false,
                          memory_order_release);
  else
    give_page(memory);
}
