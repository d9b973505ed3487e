// Rules: D5, P1
// A block that a panic runs sees the variables as they were at the panic.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int g(int n) {
  if (n == 3)
    defer_panicf("A");
  return n * 10;
}
static void f(void) {
  int a = 0;
  double b = 0.5;
  defer { printf("%d %.1f\n", a, b); }
  for (int i = 0;; i++) {
    a = g(i);
    b += 1;
  }
}
int main(void) {
  defer { defer_recover(); }
  f();
}
