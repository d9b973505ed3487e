// Rules: P5, P6, D9
// A panic in a block, one in its own deferred call, and one in that one's.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer {
    defer {
      defer panics("D");
      defer_panicf("C");
    }
    defer_panicf("B");
  }
  defer_panicf("A");
}
