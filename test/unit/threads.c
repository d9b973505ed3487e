// Rules: D10, P7, P11, P12
/* Panics in many threads at once, the ends of threads (P7), switched and moved
 * stacks (P11), signal handlers (P12), longjmp (D10).
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc %s %t.guard.o %libdir/libdefer.a -pthread -o %t
 * RUN: %t
 */

#include "Inputs/guard.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

static void panics(void *value) { defer_panic(value); }
static void recovers(void *value) {
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(recovers));
  CHECK(info && info->value == value);
}
static void recovers_nothing(void *count) {
  CHECK(!__defer_recover(TAKE_TOKEN(recovers_nothing)));
  ++*(int *)count;
}
static void panics_and_recovers(void *value) {
  CHECK(guard_one(panics, value, recovers, value) == 1);
}

/*--- Many threads -----------------------------------------------------------*/

static void *panics_often(void *value) {
  for (int i = 0; i < 20000; i++)
    panics_and_recovers(value);
  return NULL;
}

static void many_threads(void) {
  pthread_t ids[16];
  for (size_t i = 0; i < 16; i++)
    CHECK(!pthread_create(&ids[i], NULL, panics_often, (void *)(i + 1)));
  for (size_t i = 0; i < 16; i++)
    CHECK(!pthread_join(ids[i], NULL));
}

/*--- The end of a thread ----------------------------------------------------*/

static void exits(void *value) { pthread_exit(value); }
static void is_cancelled(void *ready) {
  CHECK(write(*(int *)ready, "x", 1) == 1);
  for (;;)
    pause();
}

static void *thread_that_exits(void *count) {
  struct deferred calls[] = {{recovers_nothing, count},
                             {panics_and_recovers, (void *)1},
                             {recovers, (void *)2},
                             {panics, (void *)2},
                             {recovers_nothing, count}};
  guard(exits, (void *)3, calls, 5);
  CHECK(!"reached");
  return NULL;
}

static void exits_2(void *ignored) {
  (void)ignored;
  exits((void *)2);
}
static void *thread_that_exits_in_panic(void *count) {
  struct deferred calls[] = {{recovers_nothing, count}, {exits_2, NULL}};
  guard(panics, (void *)1, calls, 2);
  CHECK(!"reached");
  return NULL;
}

/* Ends, panics, and ends once more: there is one object for both ends. */
static void *thread_that_exits_twice(void *count) {
  struct deferred calls[] = {
      {recovers_nothing, count}, {exits_2, NULL}, {panics, (void *)1}};
  guard(exits, (void *)3, calls, 3);
  CHECK(!"reached");
  return NULL;
}

static int ready[2];
static void *thread_that_is_cancelled(void *count) {
  struct deferred calls[] = {{recovers_nothing, count},
                             {panics_and_recovers, (void *)1}};
  guard(is_cancelled, &ready[1], calls, 2);
  CHECK(!"reached");
  return NULL;
}

static void thread_ends(void) {
  pthread_t id;
  void *result;
  int count = 0;
  CHECK(!pthread_create(&id, NULL, thread_that_exits, &count));
  CHECK(!pthread_join(id, &result) && result == (void *)3);
  CHECK(count == 2);

  count = 0;
  CHECK(!pthread_create(&id, NULL, thread_that_exits_in_panic, &count));
  CHECK(!pthread_join(id, &result) && result == (void *)2);
  CHECK(count == 1);

  count = 0;
  CHECK(!pthread_create(&id, NULL, thread_that_exits_twice, &count));
  CHECK(!pthread_join(id, &result) && result == (void *)2);
  CHECK(count == 1);

  count = 0;
  CHECK(!pipe(ready));
  CHECK(!pthread_create(&id, NULL, thread_that_is_cancelled, &count));
  char byte;
  CHECK(read(ready[0], &byte, 1) == 1);
  CHECK(!pthread_cancel(id));
  CHECK(!pthread_join(id, &result) && result == PTHREAD_CANCELED);
  CHECK(count == 1);
}

#ifdef __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif
#if !SANITIZED

/*--- Stacks -----------------------------------------------------------------*/

static ucontext_t scheduler, stacks[2];
static int running;

static void switches(void) {
  int self = running;
  CHECK(!swapcontext(&stacks[self], &scheduler));
}

/* Each stack is in the middle of a panic when the other one goes on. */
static void switches_and_recovers(void *value) {
  const defer_panic_info *info =
      __defer_recover(TAKE_TOKEN(switches_and_recovers));
  switches();
  CHECK(info && info->value == value);
  panics_and_recovers((void *)9);
  switches();
  CHECK(info->value == value);
}

static void on_stack(void) {
  void *value = (void *)(long)(running + 1);
  for (int i = 0; i < 10; i++)
    CHECK(guard_one(panics, value, switches_and_recovers, value) == 1);
  /* The end of this stack is that of the panics on it. */
}

static void *resumes(void *index) {
  running = *(int *)index;
  CHECK(!swapcontext(&scheduler, &stacks[running]));
  return NULL;
}

static void switched_stacks(bool other_threads) {
  static char memory[2][256 * 1024];
  for (int i = 0; i < 2; i++) {
    CHECK(!getcontext(&stacks[i]));
    stacks[i].uc_stack.ss_sp = memory[i];
    stacks[i].uc_stack.ss_size = sizeof memory[i];
    stacks[i].uc_link = &scheduler;
    makecontext(&stacks[i], on_stack, 0);
  }
  for (int round = 0; round < 21; round++)
    for (int i = 0; i < 2; i++)
      if (other_threads) { /* each time another one goes on */
        pthread_t id;
        CHECK(!pthread_create(&id, NULL, resumes, &i));
        CHECK(!pthread_join(id, NULL));
      } else {
        resumes(&i);
      }
}

#endif

/*--- Signals ----------------------------------------------------------------*/

static volatile sig_atomic_t handled;
static void handler(int number) {
  (void)number;
  panics_and_recovers((void *)7);
  handled++;
}

/* A signal came just when a deferred function was entered. */
static void is_interrupted(void *value) {
  panics_and_recovers((void *)7);
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(is_interrupted));
  CHECK(info && info->value == value);
}

/* Signals come while panics are raised, run and freed. */
static void signals(void) {
  CHECK(guard_one(panics, (void *)1, is_interrupted, (void *)1) == 1);
  struct sigaction action = {.sa_handler = handler};
  CHECK(!sigaction(SIGALRM, &action, NULL));
  timer_t timer;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                           .sigev_signo = SIGALRM};
  CHECK(!timer_create(CLOCK_MONOTONIC, &event, &timer));
  struct itimerspec often = {{0, 50000}, {0, 50000}};
  CHECK(!timer_settime(timer, 0, &often, NULL));
  for (int i = 0; i < 1000000 && handled < 1000; i++)
    panics_and_recovers((void *)1);
  CHECK(!timer_delete(timer));
  CHECK(handled >= 1000);
}

/*--- longjmp ----------------------------------------------------------------*/

static jmp_buf target;
static void jumps(void *ignored) {
  (void)ignored;
  longjmp(target, 1);
}
static void jumps_out(void) {
  for (volatile int i = 0; i < 1000; i++)
    if (!setjmp(target)) {
      guard_one(panics, (void *)1, jumps, NULL);
      CHECK(!"reached");
    } else {
      int count = 0;
      panics_and_recovers((void *)2);
      recovers_nothing(&count);
    }
}

int main(void) {
  many_threads();
  thread_ends();
#if !SANITIZED /* AddressSanitizer does not know these stacks */
  switched_stacks(false);
  switched_stacks(true);
#endif
  signals();
  jumps_out();
  return 0;
}
