// Rules: D7, D6
// A loop's blocks change the result, one after the other.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int r;
  for (int i = 1; i <= 3; i++) {
    int n = i;
    defer { r = r * 10 + n; }
  }
  return 9;
}
int main(void) { printf("%d\n", f()); }
