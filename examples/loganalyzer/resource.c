/*===-- resource.c - Counted resources --------------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#define _POSIX_C_SOURCE 200809L

#include "resource.h"

#include <defer.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum kind { FILES, DIRECTORIES, LOCKS, MEMORY, THREADS, KINDS };

static const struct {
  const char *what, *taken, *given_back;
} words[KINDS] = {
    [FILES] = {"files", "opened", "closed"},
    [DIRECTORIES] = {"directories", "opened", "closed"},
    [LOCKS] = {"locks", "taken", "released"},
    [MEMORY] = {"memory blocks", "allocated", "freed"},
    [THREADS] = {"threads", "started", "joined"},
};

static atomic_ulong taken[KINDS], given_back[KINDS];

static atomic_size_t memory_in_use, memory_peak;
static size_t memory_limit = SIZE_MAX;

FILE *open_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file)
    taken[FILES]++;
  return file;
}

void close_file(FILE *file) {
  fclose(file); /* it was only read: nothing can be lost here */
  given_back[FILES]++;
}

DIR *open_directory(const char *path) {
  DIR *directory = opendir(path);
  if (directory)
    taken[DIRECTORIES]++;
  return directory;
}

void close_directory(DIR *directory) {
  closedir(directory);
  given_back[DIRECTORIES]++;
}

void lock(pthread_mutex_t *mutex) {
  int error = pthread_mutex_lock(mutex);
  if (error)
    defer_panicf("cannot lock: %s", strerror(error));
  taken[LOCKS]++;
}

void unlock(pthread_mutex_t *mutex) {
  /* Counted while it is held: once it is free, main() may be at the end. */
  given_back[LOCKS]++;
  int error = pthread_mutex_unlock(mutex);
  if (error)
    defer_panicf("cannot unlock: %s", strerror(error));
}

/* In front of each block, to know what release() gives back. */
union header {
  size_t size;
  max_align_t align;
};

void *allocate(size_t size) {
  size_t in_use = atomic_fetch_add(&memory_in_use, size) + size;
  union header *header = NULL;
  if (in_use <= memory_limit && size <= SIZE_MAX - sizeof(*header))
    header = malloc(sizeof(*header) + size);
  if (!header) {
    memory_in_use -= size;
    defer_panicf("out of memory (%zu bytes more)", size);
  }
  size_t peak = memory_peak;
  while (peak < in_use &&
         !atomic_compare_exchange_weak(&memory_peak, &peak, in_use)) {
  }
  taken[MEMORY]++;
  header->size = size;
  return header + 1;
}

void release(void *memory) {
  if (!memory)
    return;
  union header *header = (union header *)memory - 1;
  memory_in_use -= header->size;
  free(header);
  given_back[MEMORY]++;
}

char *duplicate(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(allocate(size), text, size);
}

void limit_memory(size_t bytes) { memory_limit = bytes; }

pthread_t start_thread(void *(*function)(void *), void *argument) {
  pthread_t thread;
  int error = pthread_create(&thread, NULL, function, argument);
  if (error)
    defer_panicf("cannot start a thread: %s", strerror(error));
  taken[THREADS]++;
  return thread;
}

void join_thread(pthread_t thread) {
  int error = pthread_join(thread, NULL);
  if (error)
    defer_panicf("cannot join a thread: %s", strerror(error));
  given_back[THREADS]++;
}

bool print_balance(FILE *out) {
  bool balanced = true;
  for (int kind = 0; kind < KINDS; kind++) {
    unsigned long got = taken[kind], gave = given_back[kind];
    fprintf(out, "  %-14s %9s %9lu, %8s %9lu%s\n", words[kind].what,
            words[kind].taken, got, words[kind].given_back, gave,
            got == gave ? "" : "   <- not balanced");
    balanced = balanced && got == gave;
  }
  fprintf(out, "  %-14s %9s %9zu, %8s %9zu\n", "memory bytes", "at most",
          (size_t)memory_peak, "now", (size_t)memory_in_use);
  return balanced && memory_in_use == 0;
}
