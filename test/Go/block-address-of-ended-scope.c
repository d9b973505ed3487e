// Rules: D5
// A deferred call that was given the address of a variable of a scope that has
// ended.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(int *p) { printf("%d %d\n", p[0], p[3]); }
static void f(int c) {
  if (c) {
    int a[4] = {1, 2, 3, 4};
    defer show(a);
    a[3] = 40;
  }
  int b[4];
  b[0] = 9;
  say_int("b", b[0]);
}
int main(void) {
  f(1);
  f(0);
}
