// Rules: P5, P2
// After recover the block panics, its own deferred block recovers that.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("remaining");
  defer {
    defer { printf("inner %s\n", message(defer_recover())); }
    printf("outer %s\n", message(defer_recover()));
    defer_panicf("B");
  }
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
