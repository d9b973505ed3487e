/* Rules: P7, D3, P3, P6
 * The end of a thread, beside threads.c: in main, by thrd_exit, in deferred calls,
 * and a panic on its way that nobody recovers.
 * RUN: %defer-cc %matrix-flags %s -pthread -o %t
 * RUN: %run %t exit | FileCheck --match-full-lines --check-prefix=EXIT %s
 * RUN: %run %t thrd | FileCheck --match-full-lines --check-prefix=THRD %s
 * RUN: %run %t nested | FileCheck --match-full-lines --check-prefix=NESTED %s
 * RUN: %run %t cancel | FileCheck --match-full-lines --check-prefix=CANCEL %s
 * RUN: %run %t spin | FileCheck --match-full-lines --check-prefix=SPIN %s
 * RUN: %run --exit=134 %t panic | FileCheck --match-full-lines --check-prefix=PANIC %s
 * RUN: %run --exit=134 %t start | FileCheck --match-full-lines --check-prefix=START %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <semaphore.h>
#include <threads.h>
#include <unistd.h>

static pthread_t start(void *(*f)(void *), void *argument) {
  pthread_t id;
  if (pthread_create(&id, NULL, f, argument))
    abort();
  return id;
}
static const char *end(pthread_t id) {
  void *result;
  if (pthread_join(id, &result))
    abort();
  return result == PTHREAD_CANCELED ? "canceled" : result ? result : "null";
}
static void recovers(void) { word(defer_recover() ? "wrong" : "-"); }

/* The main thread's: its deferred calls run, the others go on. */
static pthread_t main_thread;
static void *waits_for_main(void *p) {
  pthread_join(main_thread, NULL);
  defer printf("last\n");
  return p;
}
static void exit_main(void) {
  main_thread = pthread_self();
  start(waits_for_main, NULL);
  defer recovers();
  for (int i = 0; i < 2; i++)
    defer note(i);
  pthread_exit(NULL);
}
// EXIT: 1 0 - main's last

static int thrd_body(void *p) {
  defer word(p);
  defer recovers();
  thrd_exit(7);
}
static void by_thrd_exit(void) {
  thrd_t id;
  int result;
  thrd_create(&id, thrd_body, "body");
  thrd_join(id, &result);
  note(result);
}
// THRD: - body 7 main's

/* Ended again in a deferred call, which changes the value; in a deferred call of a
 * deferred call; with a panic that is recovered in between. */
static void exits_with(void *value) { pthread_exit(value); }
static void inner(void) {
  defer exits_with("inner");
  defer { word(defer_recover()->message); }
  defer_panicf("P");
}
static void *nested_body(void *p) {
  defer word("outermost");
  defer exits_with("again");
  defer { defer inner(); }
  defer recovers();
  pthread_exit(p);
}
static void nested(void) { word(end(start(nested_body, "first"))); }
// NESTED: - P outermost again main's

/* Cancelled in a deferred call: of a normal return, of a panic. */
static sem_t ready, asked;
static void reaches(void) {
  sem_post(&ready);
  for (;;)
    pause();
}
static void *on_return(void *p) {
  defer note(1);
  defer reaches();
  defer note(2);
  return p;
}
static void *in_panic(void *p) {
  defer recovers();
  for (int i = 0; i < 2; i++)
    defer note(i);
  defer reaches();
  defer_panicf("P");
  return p;
}
/* Not while it is disabled. */
static void *disabled(void *p) {
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  defer recovers();
  defer {
    pthread_setcancelstate(old, NULL);
    pthread_testcancel();
    word("wrong");
  }
  sem_post(&ready);
  while (sem_wait(&asked))
    ;
  word("on");
  return p;
}
static void cancel(void *(*f)(void *)) {
  sem_init(&ready, 0, 0);
  sem_init(&asked, 0, 0);
  pthread_t id = start(f, NULL);
  sem_wait(&ready);
  pthread_cancel(id);
  sem_post(&asked);
  word(end(id));
}
// CANCEL: 2 1 canceled 1 0 - canceled on - canceled main's

/* Cancelled asynchronously where it is in no call: LLVM has no pad to offer there, nor
 * in the caller of a function that it finds to make no call that unwinds. All is as
 * ever after that. */
static volatile int spinning;
static void spins(void) {
  for (int i = 0; i < 3; i++)
    defer(void) id(i);
  for (spinning = 1;;)
    spinning++;
}
static void *spin_body(void *p) {
  defer recovers();
  for (int i = 0; i < 2; i++)
    defer note(i);
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  spins();
  return p;
}
static void spin(void) {
  pthread_t id = start(spin_body, NULL);
  while (!spinning)
    usleep(100);
  pthread_cancel(id);
  word(end(id));
}
// SPIN: {{(1 0 - )?}}canceled {{(1 0 - )?}}canceled - P outermost again main's

/* A panic in a deferred call of the ending that nobody recovers. */
static void panics(void) { defer_panicf("late"); }
static void *panic_body(void *p) {
  defer printf("below\n");
  defer panics();
  pthread_exit(p);
}
// PANIC: below
// PANIC-NEXT: panic: late
// PANIC-NEXT: raised at {{.*}} in panics
// PANIC-NOT: {{.}}

/* A thread's start is where it stops: not main's frame. */
static void *start_body(void *p) {
  defer printf("starts\n");
  defer_panicf("P");
  return p;
}
// START: starts
// START-NEXT: panic: P
// START-NEXT: raised at {{.*}} in start_body
// START-NOT: {{.}}

int main(int argc, char **argv) {
  const char *what = argv[argc - 1];
  defer printf("main's ");
  if (strcmp(what, "exit") == 0)
    exit_main();
  if (strcmp(what, "thrd") == 0)
    by_thrd_exit();
  if (strcmp(what, "nested") == 0)
    nested();
  if (strcmp(what, "cancel") == 0) {
    cancel(on_return);
    cancel(in_panic);
    cancel(disabled);
  }
  if (strcmp(what, "spin") == 0) {
    spin();
    spinning = 0;
    spin();
    nested();
  }
  if (strcmp(what, "panic") == 0)
    end(start(panic_body, NULL));
  if (strcmp(what, "start") == 0)
    end(start(start_body, NULL));
}
