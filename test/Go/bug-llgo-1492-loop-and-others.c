// Rules: D2, D6, P1
// llgo#1492, #1642: sites in a loop and others in one function that panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer say("first");
  if (n > 1)
    defer say("conditional");
  for (int i = 0; i < n; i++) {
    if (i == 1)
      defer { say("block"); }
    defer say_int("loop", i);
  }
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer say("last");
  if (n == 2)
    defer_panicf("A");
}
int main(void) {
  for (int n = 0; n < 4; n++) {
    say_int("n", n);
    f(n);
  }
}
