// Rules: P5, D9
// golang/go#43920: a panic in a deferred call, recovered by a frame in the middle, and
// calls of frames above and below it that are still pending.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void middle(void) {
  defer say("middle 1");
  defer {
    defer { printf("middle recovered %s\n", message(defer_recover())); }
    defer {
      defer panics("C");
      defer_panicf("B");
    }
  }
  defer say("middle 2");
  defer_panicf("A");
}
int main(void) {
  defer say("main 1");
  defer { printf("main recovered %s\n", message(defer_recover())); }
  defer {
    defer say("main 2");
    middle();
    say("not reached");
  }
  defer say("main 3");
}
