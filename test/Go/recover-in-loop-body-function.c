// Rules: P2
// A function that panics and recovers, many times in a row.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int n) {
  defer_result int r;
  defer {
    if (defer_recover())
      r = -n;
  }
  if (n % 3 == 0)
    defer_panicf("A");
  return n;
}
int main(void) {
  int sum = 0;
  for (int n = 0; n < 1000; n++)
    sum += f(n);
  printf("%d\n", sum);
}
