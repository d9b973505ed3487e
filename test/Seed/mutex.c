// Rules: D3
// The mutex pattern: unlocked after an early return and after a panic, and held
// until the function returns.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int count;

/* Asked by another thread: locked or free. */
static void *ask(void *answer) {
  int busy = pthread_mutex_trylock(&mutex);
  if (!busy)
    pthread_mutex_unlock(&mutex);
  *(const char **)answer = busy ? "locked" : "free";
  return NULL;
}
static const char *state(void) {
  const char *answer = NULL;
  pthread_t thread;
  pthread_create(&thread, NULL, ask, &answer);
  pthread_join(thread, NULL);
  return answer;
}

static int increment(int limit) {
  pthread_mutex_lock(&mutex);
  defer pthread_mutex_unlock(&mutex);

  if (limit < 0)
    defer_panicf("limit is %d", limit);
  if (count == limit)
    return -1;
  count++;
  printf("count is %d, the mutex is %s\n", count, state());
  return count;
}

static void guarded(int limit) {
  defer {
    const defer_panic_info *panic = defer_recover();
    if (panic)
      puts(panic->message);
  }
  increment(limit);
}

int main(void) {
  increment(2);
  // CHECK:      count is 1, the mutex is locked
  increment(2);
  // CHECK-NEXT: count is 2, the mutex is locked
  printf("%d, the mutex is %s\n", increment(2), state());
  // CHECK-NEXT: -1, the mutex is free
  guarded(-5);
  // CHECK-NEXT: limit is -5
  printf("the mutex is %s\n", state());
  // CHECK-NEXT: the mutex is free
  increment(3);
  // CHECK-NEXT: count is 3, the mutex is locked
}
