// Rules: D6, P1
// A panic in the third iteration: what three iterations deferred runs.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 5; i++) {
    defer say_int("deferred", i);
    if (i == 2)
      defer_panicf("A");
  }
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f();
}
