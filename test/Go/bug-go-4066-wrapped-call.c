// Rules: P2, D7
// golang/go#4066: the same where the result comes from a call that panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int inner(int n) {
  if (n < 0)
    defer_panicf("A");
  return n * 2;
}
static int f(int n) {
  defer_result int value;
  defer { defer_recover(); }
  value = inner(3);
  value += inner(n);
  return value + 1;
}
int main(void) { printf("%d %d\n", f(1), f(-1)); }
