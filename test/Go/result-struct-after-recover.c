// Rules: P2, D7
// A struct in memory, half of it stored when the panic comes.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct large {
  long a, b, c, d, e;
};

static struct large f(int n) {
  defer_result struct large r;
  defer {
    if (defer_recover())
      r.e = 5;
  }
  r.a = 1;
  if (n == 1)
    defer_panicf("A");
  r.b = 2;
  return r;
}
int main(void) {
  struct large r = f(0);
  printf("%ld %ld %ld\n", r.a, r.b, r.e);
  r = f(1);
  printf("%ld %ld %ld\n", r.a, r.b, r.e);
}
