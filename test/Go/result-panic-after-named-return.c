// Rules: P2, D7
// The same with a named result, which deferred code changed in between.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int r;
  defer {
    defer_recover();
    r++;
  }
  defer panics("A");
  defer { r *= 10; }
  return 5;
}
int main(void) { printf("%d\n", f()); }
