// Rules: D7
// `return r` and `return r + 1` of the result itself.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int c) {
  defer_result int r = 5;
  defer { r *= 2; }
  if (c)
    return r;
  return r + 1;
}
int main(void) { printf("%d %d\n", f(1), f(0)); }
