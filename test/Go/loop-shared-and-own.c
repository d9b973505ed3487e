// Rules: D5
// A variable outside the loop is shared, one inside is not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int sum = 0;
  for (int i = 1; i <= 4; i++) {
    int n = i;
    defer {
      sum += n;
      printf("%d %d\n", n, sum);
    }
  }
  sum = 100;
}
int main(void) { f(); }
