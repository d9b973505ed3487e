// Rules: P6
// No frame defers anything.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) { defer_panicf("A"); }
int main(void) {
  say("before");
  f();
}
