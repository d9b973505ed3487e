// Rules: D7
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int a = 1, b = 2;

static int *f(void) {
  defer_result int *p;
  defer {
    *p = 10;
    p = &b;
  }
  return &a;
}
int main(void) {
  int *p = f();
  printf("%d %d\n", *p, a);
}
