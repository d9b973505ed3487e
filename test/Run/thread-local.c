/* Rules: D4, D5
 * Globals, statics and thread-local variables in deferred code.
 * RUN: %run-matrix %s -pthread | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <pthread.h>
#include <threads.h>

static _Thread_local int mine = 5;
_Thread_local int exported;
static int shared = 1;

static void defers(int n) {
  static int calls = 10;
  static _Thread_local int local_calls;
  defer note(mine);
  defer note(shared);
  defer note(calls);
  defer {
    note(mine);
    note(shared++);
    note(calls++);
    note(++local_calls);
    note(exported);
  }
  mine = n;
  shared = n + 1;
  calls = n + 2;
  exported = n + 3;
}
static void *thread(void *p) {
  defers(30);
  return p;
}
static void both(void) {
  defers(20);
  pthread_t t;
  pthread_create(&t, NULL, thread, NULL);
  pthread_join(t, NULL);
  note(mine);
  note(exported);
}
// CHECK: both(): 20 21 22 1 23 10 1 5 30 31 32 1 33 23 22 5 20 23

int main(void) { TRY(both()); }
// CHECK-NOT: {{.}}
