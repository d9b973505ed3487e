// Rules: P5
// The block's panic is recovered by its own deferred block, the outer one goes on.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("remaining");
  defer {
    defer { printf("inner %s\n", message(defer_recover())); }
    defer_panicf("B");
  }
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
  say("not reached");
}
