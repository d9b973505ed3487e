// Rules: P2, D7
// golang/go#4066: a result that was assigned between two calls was stale after recovery.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void touch(int c) {
  if (c)
    defer_panicf("A");
}
static int f(void) {
  defer_result int value;
  defer { defer_recover(); }
  value = 1;
  touch(0);
  value = 2;
  touch(1);
  value = 3;
  return value;
}
int main(void) { printf("%d\n", f()); }
