// Rules: D7
// `return e` stores to the result, deferred code changes it.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int n) {
  defer_result int r;
  defer { r += 100; }
  return n * 2;
}
int main(void) { printf("%d %d\n", f(1), f(2)); }
