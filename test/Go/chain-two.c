// Rules: P5, P6
// A deferred call panics while the first panic runs it.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("still run");
  defer panics("B");
  defer_panicf("A");
}
int main(void) { f(); }
