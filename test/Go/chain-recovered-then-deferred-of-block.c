// Rules: P5, P6, D9
// The block recovers, its own deferred call panics when the block ends.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer {
    defer panics("B");
    printf("recovered %s\n", message(defer_recover()));
  }
  defer_panicf("A");
}
