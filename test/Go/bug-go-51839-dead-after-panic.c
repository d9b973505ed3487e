// Rules: D3, P1
// golang/go#51839: deferred calls behind a panic, and none before it.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer_panicf("A");
  defer { say("never"); }
  defer say("never");
}
static void g(void) {
  defer { printf("g %s\n", message(defer_recover())); }
  f();
}
int main(void) { g(); }
