// Rules: D9, D2
// Blocks in blocks in blocks.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    defer {
      defer { say("3"); }
      say("2");
    }
    defer say("1b");
    say("1");
  }
  say("0");
}
int main(void) { f(); }
