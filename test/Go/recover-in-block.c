// Rules: P2
// A block recovers, the function returns normally.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
