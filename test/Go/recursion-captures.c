// Rules: D5
// Each activation has its own variables.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int n) {
  defer_result int sum;
  int x = n * 2;
  defer {
    sum += x;
    printf("%d %d %d\n", n, x, sum);
  }
  if (n == 0)
    return 0;
  x++;
  return f(n - 1);
}
int main(void) { printf("%d\n", f(4)); }
