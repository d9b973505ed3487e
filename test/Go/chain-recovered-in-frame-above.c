// Rules: P5, P6
// The chain began two frames below the block that recovers and panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer panics("B");
  defer_panicf("A");
}
static void g(void) {
  defer {
    printf("recovered %s\n", message(defer_recover()));
    defer_panicf("C");
  }
  f();
}
int main(void) {
  defer say("main's");
  g();
}
