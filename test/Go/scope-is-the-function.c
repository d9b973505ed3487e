// Rules: D1
// The end of a block runs nothing.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int c) {
  if (c) {
    defer say("deferred in if");
    say("in if");
  }
  { defer say("deferred in block"); }
  say("end of body");
}
int main(void) {
  f(1);
  f(0);
}
