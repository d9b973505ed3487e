// Rules: D7
// Each of several returns stores to the same result.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int n) {
  defer_result int r;
  defer { r = -r; }
  switch (n) {
  case 0:
    return 10;
  case 1:
    return 20;
  }
  if (n == 2) {
    r = 30;
    return r;
  }
  return 40;
}
int main(void) { printf("%d %d %d %d\n", f(0), f(1), f(2), f(3)); }
