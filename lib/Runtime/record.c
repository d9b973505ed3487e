/*===-- record.c - Calls that are deferred in a loop ------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * A list has memory in its frame to begin with, owns chunks of memory beyond
 * that, and allocates from the newest, upwards. In it lie storage (instances of
 * variables) and records, in the order in which they were asked for:
 *
 *     oldest chunk             newest chunk
 *     [storage record record]  [storage storage record | free ]
 *                ^____________________________^          ^      ^
 *                   next           top of the list    cursor   limit
 *
 * The invariant: what a record refers to was allocated before the record was,
 * and records are allocated in the order in which they are pushed. Records run
 * in the reverse order. So once a record has run, nobody needs it or anything
 * that was allocated after it, and the list is cut back to where it begins;
 * chunks that are newer go at that time. Storage older than the record stays,
 * for an older record may refer to it, and goes with that one.
 *
 * Each record is unlinked before its call. If that panics, the list is whole
 * and the memory of that record goes with the next one.
 *
 * While a panic drains a list nothing is asked of malloc, not even to take
 * memory back, for another thread may hold its lock: what cannot be kept waits
 * until the thread uses records again, or ends.
 *
 * A thread keeps one spare chunk of each size, so that a function that is
 * called again and again does not go to malloc. A chunk belongs to one list at
 * a time and to no stack or thread, so lists may live on stacks that
 * interleave, and one that was begun by one thread may be drained by another.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <stdlib.h>

enum {
  SmallestChunk = 1024, /* with header; small enough for malloc's own cache */
  LargestSpare = 64 * 1024,
  SizeCount = 7, /* 1 KiB << 6 is 64 KiB */
  /* Chunks double, so that no more is reserved than is used. From here on that
   * ends: glibc keeps what it has freed up to twice the largest, and a loop
   * that repeats does not fault its pages in anew. */
  LargestChunk = 16 * 1024 * 1024
};

struct defer_chunk {
  struct defer_chunk *older;
  size_t size; /* with this header */
};

static DEFER_THREAD_LOCAL struct {
  struct defer_chunk *chunk[SizeCount];
  struct defer_chunk *to_free; /* after a panic */
} spare;

/*--- Spare chunks -----------------------------------------------------------*/

static void free_waiting(void) {
  struct defer_chunk *chunk = spare.to_free;
  spare.to_free = NULL;
  while (chunk) {
    struct defer_chunk *older = chunk->older;
    free(chunk);
    chunk = older;
  }
}

void __defer_free_spare(void) {
  free_waiting();
  for (unsigned i = 0; i < SizeCount; i++) {
    free(spare.chunk[i]);
    spare.chunk[i] = NULL;
  }
}

/** The spare chunk of that size, or NULL for a size of which none is kept. */
static struct defer_chunk **spare_of(size_t size) {
  if (size < SmallestChunk || size > LargestSpare || (size & (size - 1)))
    return NULL;
  return &spare.chunk[__builtin_ctzl(size / SmallestChunk)];
}

static struct defer_chunk *take_chunk(size_t size) {
  struct defer_chunk **kept = spare_of(size), *chunk;
  if (kept && *kept) {
    chunk = *kept;
    *kept = NULL;
  } else if (spare.to_free && spare.to_free->size == size) {
    chunk = spare.to_free;
    spare.to_free = chunk->older;
  } else {
    chunk = malloc(size);
    if (chunk)
      chunk->size = size;
  }
  return chunk;
}

static void give_chunk(struct defer_chunk *chunk, bool in_panic) {
  struct defer_chunk **kept = spare_of(chunk->size);
  if (kept && __defer_register_thread(/*without_memory=*/in_panic)) {
    /* The oldest is kept: malloc gives back what is at the end of its heap. */
    struct defer_chunk *newer = *kept;
    *kept = chunk;
    if (!newer)
      return;
    chunk = newer;
  }
  if (in_panic) {
    chunk->older = spare.to_free;
    spare.to_free = chunk;
  } else {
    free(chunk);
    free_waiting();
  }
}

void __defer_give_chunks(struct defer_chunk *chunk) {
  while (chunk) {
    struct defer_chunk *older = chunk->older;
    give_chunk(chunk, /*in_panic=*/true);
    chunk = older;
  }
}

/*--- A list's memory --------------------------------------------------------*/

/** Lowered code moves the cursor itself, and wants it aligned for a record. */
static size_t round_up(size_t size) {
  return (size + _Alignof(defer_record) - 1) & -_Alignof(defer_record);
}

/** Where `size` bytes aligned to `align` fit behind `header` bytes more, after
 *  the list's cursor; or NULL. Chunks end at an aligned address, so that what
 * is added to `size` fits as well. */
static char *place(const defer_list *list, size_t header, size_t size,
                   size_t align) {
  uintptr_t cursor = (uintptr_t)list->cursor, limit = (uintptr_t)list->limit;
  uintptr_t at = (cursor + header + align - 1) & -(uintptr_t)align;
  if (at < cursor || at > limit || size > limit - at)
    return NULL;
  return (char *)at;
}

__attribute__((__noinline__)) static bool
add_chunk(defer_list *list, size_t header, size_t size, size_t align) {
  size_t wanted = SmallestChunk;
  if (list->chunk) {
    wanted = LargestChunk;
    if (list->chunk->size < LargestChunk / 2 &&
        list->chunk->size >= SmallestChunk)
      wanted = list->chunk->size * 2;
  }
  /* What was asked for, at worst. */
  size_t overhead = sizeof(struct defer_chunk) + header + 2 * align;
  if (align > PTRDIFF_MAX / 4 || size > PTRDIFF_MAX - overhead)
    return false;
  if (wanted < size + overhead) {
    /* The next regular size, or one of its own. */
    while (wanted < size + overhead && wanted < LargestChunk)
      wanted *= 2;
    if (wanted < size + overhead)
      wanted = round_up(size + overhead);
  }
  struct defer_chunk *chunk = take_chunk(wanted);
  if (!chunk)
    return false;
  chunk->older = list->chunk;
  list->chunk = chunk;
  list->cursor = (char *)(chunk + 1);
  list->limit = (char *)chunk + wanted;
  return true;
}

/** `size` bytes aligned to `align`, with room for a header in front. */
static void *allocate(defer_list *list, size_t header, size_t size,
                      size_t align) {
  char *memory = list->cursor ? place(list, header, size, align) : NULL;
  if (!memory) {
    if (!add_chunk(list, header, size, align))
      return NULL;
    memory = place(list, header, size, align);
  }
  list->cursor = memory + round_up(size);
  return memory;
}

DEFER_EXPORT defer_record *__defer_allocate(defer_list *list, size_t size,
                                            size_t align) {
  if (align < _Alignof(defer_record))
    align = _Alignof(defer_record);
  defer_record *context = allocate(list, sizeof(defer_record), size, align);
  return context ? context - 1 : NULL;
}

DEFER_EXPORT void *__defer_storage(defer_list *list, size_t size,
                                   size_t align) {
  void *storage = allocate(list, 0, size, align);
  if (!storage)
    __defer_no_memory(__builtin_return_address(0));
  return storage;
}

/** Without a chunk all that there is lies in the frame. */
static inline size_t newest_size(const defer_list *list) {
  return list->chunk ? list->chunk->size : SIZE_MAX;
}

static void drop_newest_chunk(defer_list *list, bool in_panic) {
  struct defer_chunk *chunk = list->chunk;
  list->chunk = chunk->older;
  give_chunk(chunk, in_panic);
}

/* To Clang a thunk's context is a pointer to a struct of its own: that is
 * another type of function for UBSan, and the same call. */
#if defined(__clang__)
#define ANY_THUNK __attribute__((__no_sanitize__("function")))
#else
#define ANY_THUNK
#endif

/** Nobody needs the memory of `record` any more, nor what was allocated after
 *  it. Nothing will be allocated from what is left of its chunk. */
static inline void cut_back(defer_list *list, const defer_record *record,
                            bool in_panic) {
  while ((uintptr_t)record - (uintptr_t)list->chunk >= newest_size(list))
    drop_newest_chunk(list, in_panic);
}

/** On a normal return. The calls have no way to the list, so what is known of
 *  its newest chunk holds from call to call. */
ANY_THUNK static void run_all(defer_list *list) {
  uintptr_t chunk = (uintptr_t)list->chunk;
  size_t size = newest_size(list);
  for (defer_record *record = list->top, *next; record; record = next) {
    list->top = next = record->next; /* in case that the call panics */
    record->thunk(record + 1, NULL);
    if ((uintptr_t)record - chunk < size)
      continue;
    cut_back(list, record, /*in_panic=*/false);
    chunk = (uintptr_t)list->chunk;
    size = newest_size(list);
  }
}

ANY_THUNK static void run_all_in_panic(defer_list *list,
                                       struct _Unwind_Exception *exception) {
  defer_object *panic = __defer_ours(exception);
  defer_record *record;
  while ((record = list->top)) {
    list->top = record->next;
    if (panic)
      panic->chunks = list->chunk; /* in case that the call never comes back */
    record->thunk(record + 1, exception);
    __defer_settle(exception);
    cut_back(list, record, /*in_panic=*/true);
  }
  if (panic)
    panic->chunks = NULL;
}

DEFER_EXPORT void __defer_drain(defer_list *list,
                                struct _Unwind_Exception *exception) {
  if (exception)
    run_all_in_panic(list, exception);
  else
    run_all(list);
  while (list->chunk)
    drop_newest_chunk(list, exception != NULL);
  list->cursor = list->limit = NULL;
}
