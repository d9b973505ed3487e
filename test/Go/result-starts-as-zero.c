// Rules: D7
// A result without an initializer is zero, as seen by deferred code of a panic.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int r;
  defer {
    defer_recover();
    r++;
  }
  defer_panicf("A");
}
int main(void) { printf("%d\n", f()); }
