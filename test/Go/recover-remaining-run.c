// Rules: P4
// After recover the rest of the frame's deferred calls run.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("1");
  defer { say("2"); }
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer say("4");
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
