// Rules: P6
// A panic in main itself.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer say("deferred in main");
  defer_panicf("A");
}
