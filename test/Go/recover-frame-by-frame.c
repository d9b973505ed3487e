// Rules: P2, P1
// Frames of a stack pass the panic on until one recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer {
    if (n == 3)
      printf("recovered at %d %s\n", n, message(defer_recover()));
    else
      say_int("passed on at", n);
  }
  if (n == 0)
    defer_panicf("A");
  f(n - 1);
  say_int("returned to", n);
}
int main(void) { f(5); }
