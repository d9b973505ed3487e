// Rules: D1, D3
// A function that defers a call of itself.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  say_int("enter", n);
  if (n > 0)
    defer f(n - 1);
  defer say_int("leave", n);
}
int main(void) { f(3); }
