/*===-- increment.c - A mutex that is unlocked on every way out -------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * Four threads count to a limit. increment() returns early when it is reached,
 * and the mutex is free again then, too, or the next thread would wait forever.
 *
 *===----------------------------------------------------------------------===*/

#include <defer.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

enum { THREADS = 4, LIMIT = 100000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int count;

static bool increment(void) {
  pthread_mutex_lock(&mutex);
  defer pthread_mutex_unlock(&mutex);

  if (count == LIMIT)
    return false;
  count++;
  return true;
}

static void *count_up(void *unused) {
  while (increment()) {
  }
  return unused;
}

static bool run(void) {
  for (int i = 0; i < THREADS; i++) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, count_up, NULL))
      return false; /* joins those that were started */
    defer pthread_join(thread, NULL);
  }
  return true;
}

int main(void) {
  if (!run())
    return 1;
  printf("%d\n", count);
  printf("the mutex is %s\n",
         pthread_mutex_trylock(&mutex) ? "still locked" : "free");
  return 0;
}
