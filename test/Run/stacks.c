/* Rules: P11, P2, D6
 * Switched stacks: each one's deferred calls, panics and recovers are its own.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <ucontext.h>

struct coroutine {
  ucontext_t context;
  void (*body)(struct coroutine *);
  int id, done;
  char stack[64 * 1024];
};
static ucontext_t scheduler;
static struct coroutine *current;

static void start(void) {
  struct coroutine *me = current;
  me->body(me);
  me->done = 1;
  swapcontext(&me->context, &scheduler);
}
static void yield(struct coroutine *c) { swapcontext(&c->context, &scheduler); }
static void resume(struct coroutine *c) {
  current = c;
  swapcontext(&scheduler, &c->context);
}
static void make(struct coroutine *c, int id, void (*body)(struct coroutine *)) {
  getcontext(&c->context);
  c->context.uc_stack.ss_sp = c->stack;
  c->context.uc_stack.ss_size = sizeof c->stack;
  c->context.uc_link = NULL;
  c->body = body;
  c->id = id;
  c->done = 0;
  makecontext(&c->context, start, 0);
}
static struct coroutine coroutines[3];
static void all(void (*body)(struct coroutine *)) {
  for (int i = 0; i < 3; i++)
    make(&coroutines[i], i + 1, body);
  for (int left = 3; left;)
    for (int i = 2; i >= 0; i--)
      if (!coroutines[i].done) {
        resume(&coroutines[i]);
        left -= coroutines[i].done;
      }
}

/* Records of three stacks, interleaved. */
static void records(struct coroutine *c) {
  defer note(100 * c->id);
  for (int i = 0; i < 3; i++) {
    int mine = 100 * c->id + 10 + i;
    defer { note(mine); }
    yield(c);
  }
}
static void interleaved(void) { all(records); }
// CHECK: interleaved(): 312 311 310 300 212 211 210 200 112 111 110 100

/* Panics, each recovered on its own stack, between switches. */
static void panics(struct coroutine *c) {
  defer {
    const defer_panic_info *p = defer_recover();
    printf("%d:%s ", c->id, p->message);
  }
  defer note(c->id);
  for (int i = 0; i < c->id; i++) {
    defer note(c->id * 10 + i);
    yield(c);
  }
  defer_panicf("P%d", c->id);
}
static void each_panics(void) { all(panics); }
// CHECK-NEXT: each_panics(): 10 1 1:P1 21 20 2 2:P2 32 31 30 3 3:P3

/* A switch out of a deferred call that a panic runs, which comes back. */
static void switches(struct coroutine *c) {
  defer {
    yield(c);
    const defer_panic_info *p = defer_recover();
    printf("%d:%s ", c->id, p ? p->message : "-");
    yield(c);
  }
  defer yield(c);
  defer_panicf("P%d", c->id);
}
static void switched(void) { all(switches); }
// CHECK-NEXT: switched(): 3:P3 2:P2 1:P1

/* And an inner one, while the outer goes on. */
static void nests(struct coroutine *c) {
  defer { printf("%d:%s ", c->id, defer_recover()->message); }
  defer {
    yield(c);
    defer {
      yield(c);
      printf("%d:%s ", c->id, defer_recover()->message);
      yield(c);
    }
    defer_panicf("inner%d", c->id);
  }
  defer_panicf("outer%d", c->id);
}
static void nested(void) { all(nests); }
// CHECK-NEXT: nested(): 3:inner3 2:inner2 1:inner1 3:outer3 2:outer2 1:outer1

/* A stack that is left for good: nothing of the others is harmed. */
static void abandoned_body(struct coroutine *c) {
  for (int i = 0; i < 100; i++)
    defer note(c->id);
  yield(c);
  word("wrong");
}
static void abandoned(void) {
  make(&coroutines[0], 1, abandoned_body);
  resume(&coroutines[0]);
  for (int i = 0; i < 3; i++)
    defer note(i);
  all(records);
}
// CHECK-NEXT: abandoned(): 312 311 310 300 212 211 210 200 112 111 110 100 2 1 0

int main(void) {
  TRY(interleaved());
  TRY(each_panics());
  TRY(switched());
  TRY(nested());
  TRY(abandoned());
}
// CHECK-NOT: {{.}}
