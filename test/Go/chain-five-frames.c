// Rules: P5, P6
// Five panics of five frames.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer { defer_panicf("deferred %d", n); }
  if (n == 1)
    defer_panicf("first");
  f(n - 1);
}
int main(void) { f(4); }
