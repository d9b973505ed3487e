// Rules: P3
// `defer recover()` in a deferred function does recover.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(void) { defer defer_recover(); }
static void f(void) {
  defer handler();
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
