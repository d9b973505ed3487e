// Rules: P3
// A deferred call of the deferred block, which returns normally, is too deep.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    defer { printf("inner %s\n", message(defer_recover())); }
    say("outer");
  }
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
