// Rules: P1, P2
// golang/go#71675: the same with a loop that only a panic leaves.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int next(int n) {
  if (n == 5)
    defer_panicf("A");
  return n + 1;
}
static int endless(void) {
  defer_result int n;
  defer {
    const char *m = message(defer_recover());
    printf("%s %d\n", m, n);
  }
  for (;;)
    n = next(n);
}
int main(void) { printf("%d\n", endless()); }
