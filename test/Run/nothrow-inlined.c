/* Rules: P9, D3, P7
 * Calls that were said not to unwind, and what becomes of them when functions are
 * inlined: never is something pending skipped in silence by a panic. The end of a
 * thread runs what is pending in the frame that made such a call.
 * RUN: %defer-cc %matrix-flags -c -DOTHER %S/nothrow.c -o %t.other.o
 * RUN: %defer-cc %matrix-flags %s %t.other.o -o %t
 * RUN: %run --exit=134 %t helper | %filecheck --check-prefix=EITHER %s
 * RUN: %run --exit=134 %t outer | %filecheck --check-prefix=EITHER %s
 * RUN: %run --exit=134 %t deferred | %filecheck --check-prefix=EITHER %s
 * RUN: %run %t thread | %filecheck --check-prefix=THREAD %s
 */
#include "Inputs/note.h"
#include <pthread.h>

void panics(int n);
__attribute__((nothrow)) void nothrow(int n);

/* With no table of its own it lets the panic pass, unless it is inlined. */
static void helper(void) {
  nothrow(1);
  id(1);
}
__attribute__((nothrow)) static void quiet(void) { panics(id(1)); }

static void ours(const char *how) {
  panics(0); /* may unwind, with nothing pending */
  defer printf("pending\n");
  if (strcmp(how, "helper") == 0)
    helper();
  else if (strcmp(how, "quiet") == 0)
    quiet();
  else if (strcmp(how, "deferred") == 0)
    defer nothrow(1);
  panics(0);
}

static inline void outer(const char *how) {
  panics(0);
  defer printf("outer\n");
  ours(how);
}

__attribute__((nothrow)) static void ends(void) {
  defer printf("ends\n");
  pthread_exit(NULL);
}
static void *thread(void *argument) {
  defer printf("thread\n");
  ends();
  return argument;
}

// EITHER: {{pending|unwinding cannot go on: a call that was compiled as unable}}
// THREAD: ends
// THREAD-NEXT: thread
// THREAD-NEXT: joined

int main(int argc, char **argv) {
  (void)argc;
  if (strcmp(argv[1], "thread") == 0) {
    pthread_t t;
    pthread_create(&t, NULL, thread, NULL);
    pthread_join(t, NULL);
    printf("joined\n");
    return 0;
  }
  outer(strcmp(argv[1], "outer") == 0 ? "quiet" : argv[1]);
}
