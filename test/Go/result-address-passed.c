// Rules: D7, D4
// A deferred call that is given the address of the result.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void twice(int *p) { *p *= 2; }
static int f(void) {
  defer_result int r;
  defer twice(&r);
  return 21;
}
int main(void) { printf("%d\n", f()); }
