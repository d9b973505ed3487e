// Rules: D2
// Blocks and calls are of one order.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("call 1");
  defer { say("block 2"); }
  defer say("call 3");
  defer { say("block 4"); }
}
int main(void) { f(); }
