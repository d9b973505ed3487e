// Rules: D10, P1
// The process ends with its own status in a deferred call of a panic.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer say("not reached");
  defer exit(3);
  defer say("first");
  defer_panicf("A");
}
