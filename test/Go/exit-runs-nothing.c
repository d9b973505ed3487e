// Rules: D10
// The end of the process runs no deferred calls.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer say("not reached");
  say("body");
  exit(7);
}
