// Rules: P3
// `defer recover()` in a deferred block does recover.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    defer defer_recover();
    say("block");
  }
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
