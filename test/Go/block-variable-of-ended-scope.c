// Rules: D5
// The variables of a scope that has ended are still there.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int c) {
  if (c) {
    int x = 1;
    defer { say_int("x", x); }
    x = 7;
  }
  {
    int y = 2;
    defer { say_int("y", y); }
    y = 8;
  }
  int z = 3;
  say_int("z", z);
}
int main(void) {
  f(1);
  f(0);
}
