/* Rules: D3, P7, P10
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static void run(void *(*f)(void *), void *argument) {
  pthread_t thread;
  void *result;
  if (pthread_create(&thread, NULL, f, argument) || pthread_join(thread, &result))
    abort();
  word(result == PTHREAD_CANCELED ? "canceled"
       : result                   ? (char *)result
                                  : "null");
}

/* pthread_exit: every frame's calls run, recover says no. */
static void ends(int n) {
  defer note(n);
  defer { word(defer_recover() ? "wrong" : "-"); }
  for (int i = 0; i < 2; i++)
    defer note(10 * n + i);
  if (n == 0)
    pthread_exit("ended");
  ends(n - 1);
}
static void *exiting(void *p) {
  defer note(99);
  ends(2);
  return p;
}
static void thread_exit(void) { run(exiting, NULL); }
// CHECK: thread_exit(): 1 0 - 0 11 10 - 1 21 20 - 2 99 ended

/* A panic recovered in a deferred call resumes the ending. */
static void panics_and_recovers(void) {
  defer { word(defer_recover()->message); }
  defer_panicf("inner");
}
static void panics(void) { defer_panicf("direct"); }
static void recovers(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
static void *recovered(void *p) {
  defer recovers();
  defer note(1);
  defer recovers();
  defer panics();
  defer panics_and_recovers();
  pthread_exit(p);
}
static void exit_recovered(void) { run(recovered, "value"); }
// CHECK-NEXT: exit_recovered(): inner direct 1 - value

/* In a deferred call during a panic it drops the panic. */
static void exit_now(void) { pthread_exit("dropped"); }
static void *dropping(void *p) {
  defer recovers();
  defer exit_now();
  defer_panicf("gone");
  return p;
}
static void exit_in_panic(void) { run(dropping, NULL); }
// CHECK-NEXT: exit_in_panic(): - dropped

/* In a deferred call of a normal return. */
static void *at_return(void *p) {
  defer note(1);
  defer exit_now();
  defer note(2);
  return p;
}
static void exit_at_return(void) { run(at_return, "not me"); }
// CHECK-NEXT: exit_at_return(): 2 1 dropped

/* Cancelled where it waits. */
static sem_t started;
static void waits(int n) {
  defer note(n);
  for (int i = 0; i < 2; i++)
    defer note(10 + i);
  sem_post(&started);
  for (;;)
    pause();
}
static void *waiting(void *p) {
  defer recovers();
  if (p)
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  waits(1);
  return p;
}
static void cancel(int asynchronous) {
  pthread_t thread;
  void *result;
  sem_init(&started, 0, 0);
  pthread_create(&thread, NULL, waiting, asynchronous ? "a" : NULL);
  sem_wait(&started);
  if (asynchronous)
    usleep(10000); /* until it is in pause() */
  pthread_cancel(thread);
  pthread_join(thread, &result);
  word(result == PTHREAD_CANCELED ? "canceled" : "?");
}
// CHECK-NEXT: cancel(0): 11 10 1 - canceled
// CHECK-NEXT: cancel(1): 11 10 1 - canceled

/* pthread_cleanup_push beside: it runs when its scope is left. */
static void handler(void *p) { word(p); }
static void *pushed(void *p) {
  defer note(1);
  pthread_cleanup_push(handler, "pushed");
  defer note(2);
  if (p)
    pthread_exit("ended");
  pthread_cleanup_pop(1);
  defer note(3);
  return NULL;
}
static void *pushed_panics(void *p) {
  defer recovers();
  pthread_cleanup_push(handler, "pushed");
  defer note(2);
  defer_panicf("x");
  pthread_cleanup_pop(0);
  return p;
}
static void push(int n) { run(n == 2 ? pushed_panics : pushed, n ? "" : NULL); }
// CHECK-NEXT: push(0): pushed 3 2 1 null
// CHECK-NEXT: push(1): pushed 2 1 ended
// CHECK-NEXT: push(2): pushed 2 x null

/* Many at once; each its own. */
static long work(long seed) {
  defer_result long r = 0;
  defer {
    const defer_panic_info *p = defer_recover();
    if (p)
      r += atol(p->message);
  }
  for (int i = 0; i < seed % 7; i++)
    defer { r++; }
  if (seed % 3)
    defer_panicf("%ld", seed);
  return seed;
}
static void *worker(void *p) {
  long *sum = p, seed = *sum;
  *sum = 0;
  for (long i = 0; i < 2000; i++)
    *sum += work(seed + i);
  return NULL;
}
static void many(void) {
  pthread_t threads[8];
  long sums[8];
  for (int i = 0; i < 8; i++) {
    sums[i] = 1000 * i;
    pthread_create(&threads[i], NULL, worker, &sums[i]);
  }
  int wrong = 0;
  for (int i = 0; i < 8; i++) {
    pthread_join(threads[i], NULL);
    long expected = 1000 * i;
    worker(&expected);
    wrong += expected != sums[i];
    long plain = 0;
    for (long k = 1000 * i; k < 1000 * i + 2000; k++)
      plain += k + k % 7;
    wrong += plain != sums[i];
  }
  note(wrong);
}
// CHECK-NEXT: many(): 0

int main(void) {
  TRY(thread_exit());
  TRY(exit_recovered());
  TRY(exit_in_panic());
  TRY(exit_at_return());
  TRY(cancel(0));
  TRY(cancel(1));
  TRY(push(0));
  TRY(push(1));
  TRY(push(2));
  TRY(many());
}
// CHECK-NOT: {{.}}
