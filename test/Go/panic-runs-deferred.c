// Rules: P1, D2
// A panic runs what was deferred, and only that.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("1");
  defer say("2");
  defer_panicf("A");
  defer say("3");
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f();
  say("not reached");
}
