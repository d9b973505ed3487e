// Rules: P5
// The new panic goes on from the frame whose deferred call raised it.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("f");
  defer_panicf("A");
}
static void g(void) {
  defer say("g first");
  defer panics("B");
  defer say("g last");
  f();
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  g();
}
