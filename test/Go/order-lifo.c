// Rules: D2
// Last deferred, first run.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("1");
  defer say("2");
  defer say("3");
  say("body");
}
int main(void) { f(); }
