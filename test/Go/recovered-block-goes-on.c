// Rules: P2, P4
// The block goes on after recover, with defers of its own.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    defer say("deferred in block");
    printf("recovered %s\n", message(defer_recover()));
    defer say("deferred after recover");
    say("end of block");
  }
  defer_panicf("A");
}
int main(void) { f(); }
