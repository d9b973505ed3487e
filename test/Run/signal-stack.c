/* Rules: P12, P11
 * A handler on a stack of its own: panics stay within it, those of the interrupted
 * frames are as they were, and one that would leave it says so.
 * RUN: %run-matrix %s -- inside | %filecheck --match-full-lines --check-prefix=INSIDE %s
 * RUN: %run-matrix --exit=134 %s -- leaves | %filecheck --check-prefix=LEAVES %s
 */
#include "Inputs/note.h"

#include <signal.h>

static void recovers(void) { word(defer_recover() ? "recovered" : "none"); }
static void panics(const char *text) {
  defer recovers();
  defer_panicf("%s", text);
}
static void inside(int signal) {
  defer recovers();
  defer note(signal == SIGUSR1);
  panics("inner");
}
static void leaves(int signal) {
  defer printf("handler's %d\n", signal == SIGUSR1);
  defer_panicf("leaves");
}
static void interrupted(void) {
  defer { printf("%s\n", defer_recover()->message); }
  defer raise(SIGUSR1);
  for (int i = 0; i < 2; i++)
    defer note(i);
  defer_panicf("mine");
}
// INSIDE: 1 0 recovered 1 none mine
// INSIDE-NOT: {{.}}
// LEAVES: 1 0 handler's 1
// LEAVES-NEXT: panic: leaves
// LEAVES-NEXT: unwinding cannot go on: it would leave a signal handler, to 0x
// LEAVES-NEXT: raised at {{.*}} in leaves
// LEAVES-NOT: {{.}}

int main(int argc, char **argv) {
  static _Alignas(16) char memory[64 * 1024];
  stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
  struct sigaction action = {.sa_flags = SA_ONSTACK};
  action.sa_handler = strcmp(argv[argc - 1], "inside") == 0 ? inside : leaves;
  if (sigaltstack(&stack, NULL) || sigaction(SIGUSR1, &action, NULL))
    return 1;
  interrupted();
}
