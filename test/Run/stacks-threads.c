/* Rules: P11, D3, P2, D6
 * Stacks that any thread of a pool resumes: deferred calls, records and panics stay
 * with the stack, and go on wherever it does.
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <sched.h>
#include <ucontext.h>

enum { Stacks = 16, Threads = 4, Rounds = 30 };

struct coroutine {
  ucontext_t context, *resumer;
  int id, done;
  long sum, expected;
  pthread_t last;
  int moves;
  _Alignas(16) char stack[128 * 1024];
};
static struct coroutine coroutines[Stacks];

/* Not inlined: which thread this is must be asked again behind a switch. */
__attribute__((noinline)) static void yield(struct coroutine *c) {
  swapcontext(&c->context, c->resumer);
}
__attribute__((noinline)) static void moves(struct coroutine *c) {
  pthread_t now = pthread_self();
  c->moves += !pthread_equal(now, c->last);
  c->last = now;
}

static void adds(struct coroutine *c, long n) {
  c->sum += n;
  yield(c);
  moves(c);
}
static void recovers(struct coroutine *c, long n) {
  const defer_panic_info *p = defer_recover();
  yield(c);
  c->sum += p && atol(p->message) == n ? n : -1000000;
}
static void inner(struct coroutine *c, long n) {
  defer recovers(c, n + 1);
  defer yield(c);
  defer_panicf("%ld", n + 1);
}
static void work(struct coroutine *c, long n) {
  defer recovers(c, n);
  for (int i = 0; i < 3; i++) {
    long mine = n + i;
    defer adds(c, i);
    defer { adds(c, mine); }
    yield(c);
  }
  defer inner(c, n);
  yield(c);
  c->expected += n + (n + 1) + 3 + 3 * n + 3;
  defer_panicf("%ld", n);
}
static void body(unsigned high, unsigned low) {
  struct coroutine *c =
      (struct coroutine *)((unsigned long)high << 32 | (unsigned long)low);
  for (int i = 0; i < Rounds; i++)
    work(c, c->id * 100 + i);
  c->done = 1;
  for (;;)
    yield(c);
}

/* Stacks wait in a ring; a thread takes one, resumes it and puts it back. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct coroutine *ring[Stacks];
static int first, count, left = Stacks;
static void *pool(void *p) {
  (void)p;
  ucontext_t here;
  for (;;) {
    struct coroutine *c = NULL;
    pthread_mutex_lock(&lock);
    int end = left == 0;
    if (count) {
      c = ring[first];
      first = (first + 1) % Stacks;
      count--;
    }
    pthread_mutex_unlock(&lock);
    if (end)
      return NULL;
    if (!c) {
      sched_yield();
      continue;
    }
    c->resumer = &here;
    swapcontext(&here, &c->context);
    pthread_mutex_lock(&lock);
    if (c->done)
      left--;
    else
      ring[(first + count++) % Stacks] = c;
    pthread_mutex_unlock(&lock);
  }
}

int main(void) {
  pthread_t ids[Threads];
  for (int i = 0; i < Stacks; i++) {
    struct coroutine *c = &coroutines[i];
    unsigned long address = (unsigned long)c;
    c->id = i;
    getcontext(&c->context);
    c->context.uc_stack.ss_sp = c->stack;
    c->context.uc_stack.ss_size = sizeof c->stack;
    makecontext(&c->context, (void (*)(void))body, 2, (unsigned)(address >> 32),
                (unsigned)address);
    ring[count++] = c;
  }
  for (int i = 0; i < Threads; i++)
    pthread_create(&ids[i], NULL, pool, NULL);
  for (int i = 0; i < Threads; i++)
    pthread_join(ids[i], NULL);
  int right = 0, moved = 0;
  for (int i = 0; i < Stacks; i++) {
    right += coroutines[i].sum == coroutines[i].expected;
    moved += coroutines[i].moves > 1;
  }
  printf("%d %s\n", right, moved ? "moved" : "stayed");
  // CHECK: 16 moved
}
// CHECK-NOT: {{.}}
