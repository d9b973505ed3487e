// Rules: D6
// A hundred thousand deferred calls.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void add(long *sum, int n) { *sum += n; }
static void f(long *sum) {
  for (int i = 0; i < 100000; i++)
    defer add(sum, i);
}
int main(void) {
  long sum = 0;
  f(&sum);
  printf("%ld\n", sum);
}
