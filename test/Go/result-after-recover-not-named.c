// Rules: P2
// Without a named result and before any `return`: zero.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int g(void) { defer_panicf("A"); }
static int f(void) {
  defer { defer_recover(); }
  return 5 + g();
}
int main(void) { printf("%d\n", f()); }
