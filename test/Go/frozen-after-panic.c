// Rules: D4, P1
// What was frozen is what a deferred call gets in a panic too.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  defer say_int("deferred", x);
  x = 2;
  defer say_int("deferred", x);
  x = 3;
  defer_panicf("A");
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f();
}
