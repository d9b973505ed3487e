// Rules: P6
// Nobody recovers: one panic.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("deferred");
  defer_panicf("A");
}
int main(void) {
  defer say("main's");
  f();
}
