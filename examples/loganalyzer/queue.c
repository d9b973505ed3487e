/*===-- queue.c - Paths on their way to the threads -------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *===----------------------------------------------------------------------===*/

#include "queue.h"

#include "resource.h"

#include <defer.h>

void queue_open(struct queue *queue) {
  *queue = (struct queue){.mutex = PTHREAD_MUTEX_INITIALIZER,
                          .not_empty = PTHREAD_COND_INITIALIZER,
                          .not_full = PTHREAD_COND_INITIALIZER};
}

void queue_put(struct queue *queue, const char *path) {
  lock(&queue->mutex);
  defer unlock(&queue->mutex);

  while (queue->size == QUEUE_CAPACITY)
    pthread_cond_wait(&queue->not_full, &queue->mutex);
  size_t last = (queue->first + queue->size) % QUEUE_CAPACITY;
  queue->paths[last] = duplicate(path); /* may panic */
  queue->size++;
  pthread_cond_signal(&queue->not_empty);
}

char *queue_take(struct queue *queue) {
  lock(&queue->mutex);
  defer unlock(&queue->mutex);

  while (queue->size == 0) {
    if (queue->closed)
      return NULL;
    pthread_cond_wait(&queue->not_empty, &queue->mutex);
  }
  char *path = queue->paths[queue->first];
  queue->first = (queue->first + 1) % QUEUE_CAPACITY;
  queue->size--;
  pthread_cond_signal(&queue->not_full);
  return path;
}

void queue_close(struct queue *queue) {
  lock(&queue->mutex);
  defer unlock(&queue->mutex);

  queue->closed = true;
  pthread_cond_broadcast(&queue->not_empty);
}

void queue_destroy(struct queue *queue) {
  /* The threads have taken all, if there were any. */
  for (; queue->size; queue->size--) {
    release(queue->paths[queue->first]);
    queue->first = (queue->first + 1) % QUEUE_CAPACITY;
  }
  pthread_mutex_destroy(&queue->mutex);
  pthread_cond_destroy(&queue->not_empty);
  pthread_cond_destroy(&queue->not_full);
}
