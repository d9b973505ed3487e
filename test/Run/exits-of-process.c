/* Rules: D10
 * RUN: %run-matrix %s -- exit | %filecheck --check-prefixes=CHECK,ATEXIT %s
 * RUN: %run-matrix %s -- _Exit | %filecheck %s
 * RUN: %run-matrix %s -- quick_exit | %filecheck --check-prefixes=CHECK,QUICK %s
 * RUN: %run-matrix --exit=134 %s -- abort | %filecheck %s
 * RUN: %run-matrix --exit=139 %s -- signal | %filecheck %s
 * RUN: %run-matrix %s -- deferred | %filecheck --check-prefixes=CHECK,ATEXIT %s
 * RUN: %run-matrix %s -- panic | %filecheck --check-prefixes=CHECK,ATEXIT %s
 * RUN: %run-matrix %s -- loop | %filecheck --check-prefixes=CHECK,LOOP,ATEXIT %s
 */
#include "Inputs/note.h"

#include <signal.h>

/* A function called by exit() may do all. */
static void at_exit(void) {
  defer printf("at exit\n");
  defer { defer_recover(); }
  defer_panicf("x");
}
static void at_quick(void) { defer printf("at quick exit\n"); }

static void leave(const char *how) {
  defer printf("wrong: leave\n");
  if (strcmp(how, "exit") == 0)
    exit(0);
  if (strcmp(how, "_Exit") == 0)
    _Exit(0);
  if (strcmp(how, "quick_exit") == 0)
    quick_exit(0);
  if (strcmp(how, "abort") == 0)
    abort();
  if (strcmp(how, "signal") == 0)
    raise(SIGSEGV);
  if (strcmp(how, "deferred") == 0) {
    defer exit(0);
    word(""); /* reached, as ever */
    return;
  }
  if (strcmp(how, "panic") == 0) {
    defer exit(0);
    defer_panicf("x");
  }
  if (strcmp(how, "loop") == 0)
    for (int i = 0; i < 3; i++) {
      if (i == 1)
        defer exit(0);
      int n = i;
      defer { printf("loop %d\n", n); }
    }
}

/* CHECK: going
 * LOOP-NEXT: loop 2
 * LOOP-NEXT: loop 1
 * ATEXIT-NEXT: at exit
 * QUICK-NEXT: at quick exit
 * CHECK-NOT: {{.}}
 */
int main(int argc, char **argv) {
  defer printf("wrong: main\n");
  atexit(at_exit);
  at_quick_exit(at_quick);
  printf("going\n");
  leave(argv[argc - 1]);
  printf("wrong: returned\n");
}
