// Rules: D7
// A struct returned in memory.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct large {
  int a[20];
};

static struct large f(int n) {
  defer_result struct large r;
  defer { r.a[19] += r.a[0]; }
  struct large l = {{n}};
  l.a[19] = 1;
  return l;
}
int main(void) { printf("%d %d\n", f(5).a[0], f(5).a[19]); }
