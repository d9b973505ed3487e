// Rules: P5, P4
// golang/go#43921: a call that is pending behind one that panicked and recovered inside
// a nested frame was skipped.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void nested(void) {
  defer { printf("3 %s\n", message(defer_recover())); }
  defer say("2");
  defer_panicf("C");
}
static void f(void) {
  defer say("5");
  defer {
    defer { printf("4 %s\n", message(defer_recover())); }
    defer_panicf("B");
  }
  defer { nested(); }
  defer say("1");
  defer_panicf("A");
}
int main(void) {
  defer { printf("6 %s\n", message(defer_recover())); }
  f();
}
