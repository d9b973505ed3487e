/* Rules: P12
 * RUN: %run-matrix %s -- inside | %filecheck --match-full-lines --check-prefix=INSIDE %s
 * RUN: %run-matrix --exit=134 %s -- leaves | %filecheck --check-prefix=LEAVES %s
 */
#include "Inputs/note.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t in_handler;

static int panics(int n) {
  defer_result int r = 0;
  defer {
    if (defer_recover())
      r = n;
  }
  defer { in_handler++; }
  if (n)
    defer_panicf("in the handler %d", n);
  return 0;
}
static void inside(int signal) {
  (void)signal;
  defer { in_handler += panics(100); }
  for (int i = 0; i < 3; i++)
    defer { in_handler++; }
}
static void leaves(int signal) {
  (void)signal;
  defer_panicf("left the handler");
}

/* Between any two instructions of a frame that panics and recovers itself. */
static void interrupted(void) {
  defer { word(defer_recover()->message); }
  defer raise(SIGUSR1);
  defer note(1);
  for (int i = 0; i < 2; i++)
    defer raise(SIGUSR1);
  raise(SIGUSR1);
  defer_panicf("mine");
}

int main(int argc, char **argv) {
  (void)argc;
  if (strcmp(argv[1], "inside") == 0) {
    signal(SIGUSR1, inside);
    interrupted();
    note(in_handler);
    printf("\n");
    // INSIDE: 1 mine 416
  } else {
    signal(SIGUSR1, leaves);
    defer printf("main's\n");
    raise(SIGUSR1);
  }
}
// INSIDE-NOT: {{.}}
// LEAVES: panic: left the handler
// LEAVES: raised at {{.*}} in leaves
