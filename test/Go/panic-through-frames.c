// Rules: P1
// Each frame's deferred calls run, from the panic outward.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer say_int("deferred", n);
  if (n == 0)
    defer_panicf("A");
  f(n - 1);
  say("not reached");
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f(10);
}
