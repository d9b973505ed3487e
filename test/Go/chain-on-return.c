// Rules: P5, P6
// The first panic is that of a deferred call of a normal return.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer panics("B");
  defer panics("A");
  say("body");
}
int main(void) { f(); }
