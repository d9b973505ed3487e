/*===-- queue.h - Paths on their way to the threads -------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_QUEUE_H
#define LOGANALYZER_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { QUEUE_CAPACITY = 64 };

/** A queue of bounded length. Who takes a path from it has to release() it. */
struct queue {
  pthread_mutex_t mutex;
  pthread_cond_t not_empty, not_full;
  bool closed;
  size_t first, size;
  char *paths[QUEUE_CAPACITY];
};

void queue_open(struct queue *queue);

/** Appends a duplicate of `path`; waits while the queue is full. */
void queue_put(struct queue *queue, const char *path);

/** Waits for a path. NULL once the queue is closed and empty. */
char *queue_take(struct queue *queue);

/** Says that nothing will be put any more. May be said more than once. */
void queue_close(struct queue *queue);

/** No thread may use the queue any more. */
void queue_destroy(struct queue *queue);

#endif /* LOGANALYZER_QUEUE_H */
