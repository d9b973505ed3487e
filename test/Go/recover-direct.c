// Rules: P3
// `defer recover()` recovers nothing in the frame that panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer defer_recover();
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
  say("not reached");
}
