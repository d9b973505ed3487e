// Rules: D4
// Variadic arguments of several types.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int n = 1;
  double d = 2.5;
  const char *s = "three";
  defer printf("%d %.1f %s %c\n", n, d, s, 'x');
  n = 0, d = 0, s = "";
}
int main(void) { f(); }
