/* Rules: P6
 * Every chain of one to five panics, each recovered or not by the deferred call that
 * raises the next, in one frame or each in a deferred call of the one before: 62
 * reports. Go 1.19 prints the same lines for the same programs, each of them was
 * compared: `panic: P1`, then a line with a tab for each panic that came on top, and
 * ` [recovered]` behind those that were.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static int length, recovered; /* a bit for each but the last */

static void step(int i) {
  if (i > 1 && recovered >> (i - 2) & 1)
    defer_recover();
  defer_panicf("P%d", i);
}
static void in_one_frame(void) {
  for (int i = length; i > 1; i--)
    defer step(i);
  step(1);
}
static void on_top(int i) {
  defer {
    if (i < length) {
      if (recovered >> (i - 1) & 1)
        defer_recover();
      on_top(i + 1);
    }
  }
  defer_panicf("P%d", i);
}
static void each_on_top(void) { on_top(1); }

/* What `f` writes to stderr before it aborts. */
static void report(void (*f)(void), char *text, size_t size) {
  int ends[2], status;
  if (pipe(ends))
    abort();
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    f();
    _Exit(0);
  }
  close(ends[1]);
  size_t used = 0;
  for (ssize_t got; (got = read(ends[0], text + used, size - 1 - used)) > 0;)
    used += (size_t)got;
  text[used] = 0;
  char *emulator = strstr(text, "qemu: uncaught target signal");
  if (emulator)
    *emulator = 0;
  close(ends[0]);
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
    strcpy(text, "not aborted\n");
}

static int check(void (*f)(void)) {
  int wrong = 0;
  for (length = 1; length <= 5; length++)
    for (recovered = 0; recovered < 1 << (length - 1); recovered++) {
      char expected[500] = "", got[1000];
      for (int i = 1; i <= length; i++)
        sprintf(expected + strlen(expected), "%spanic: P%d%s\n",
                i > 1 ? "\t" : "", i,
                i < length && recovered >> (i - 1) & 1 ? " [recovered]" : "");
      report(f, got, sizeof got);
      char *raised = strstr(got, "raised at ");
      if (!raised || strncmp(got, expected, strlen(expected)) != 0 ||
          raised != got + strlen(expected) ||
          strchr(raised, '\n') != raised + strlen(raised) - 1) {
        wrong++;
        printf("expected:\n%sgot:\n%s", expected, got);
      }
    }
  return wrong;
}

int main(void) {
  printf("%d wrong\n", check(in_one_frame));
  printf("%d wrong\n", check(each_on_top));
}
// CHECK: 0 wrong
// CHECK-NEXT: 0 wrong
// CHECK-NOT: {{.}}
