/* Rules: P12, P10
 * Signals at any time, whose handler defers, panics and recovers, while the program
 * does the same, with records too. In the handler all is open-coded: pushing a
 * record is as safe there as malloc is.
 * UNSUPPORTED: sanitizer, mode=record
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <signal.h>
#include <sys/time.h>

static volatile long handled, settled;
static void takes(const defer_panic_info **p) { *p = defer_recover(); }
static void in_handler(long n) {
  const defer_panic_info *outer = NULL;
  defer { settled += outer && outer->value == (void *)&handled; }
  defer takes(&outer);
  defer {
    defer {
      if (strcmp(defer_recover()->message, "inner") != 0)
        abort();
    }
    defer_panicf("inner");
  }
  handled = n;
  defer_panic((void *)&handled);
}
static void handler(int signal) {
  (void)signal;
  in_handler(handled + 1);
}

static long total;
static void adds(long n) { total += n; }
static void recovers(void) {
  if (!defer_recover())
    abort();
}
__attribute__((noinline)) static void work(int n) {
  defer recovers();
  for (int i = 0; i < 5; i++)
    defer adds(i);
  defer {
    defer recovers();
    defer_panicf("inner %d", n);
  }
  defer_panicf("outer %d", n);
}

int main(void) {
  struct sigaction action = {.sa_handler = handler};
  sigaction(SIGALRM, &action, NULL);
  struct itimerval every = {{0, 200}, {0, 200}};
  setitimer(ITIMER_REAL, &every, NULL);
  int n = 0;
  while (handled < 500 || n < 1000)
    work(n++);
  every = (struct itimerval){{0, 0}, {0, 0}};
  setitimer(ITIMER_REAL, &every, NULL);
  printf("%d %d\n", total == 10l * n, settled == handled);
  // CHECK: 1 1
}
// CHECK-NOT: {{.}}
