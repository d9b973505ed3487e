// Rules: D9
// A defer in a deferred block runs when the block ends.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("last");
  defer {
    defer say("inner deferred");
    say("block");
  }
  say("body");
}
int main(void) { f(); }
