// Rules: P2, D7
// The caller's own result is not touched by what its callee recovered.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int g(void) {
  defer_result int r;
  defer {
    defer_recover();
    r = 7;
  }
  defer_panicf("A");
}
static int f(void) {
  defer_result int r;
  defer { r++; }
  r = 100;
  return r + g();
}
int main(void) { printf("%d\n", f()); }
