// Rules: P5, P6, D9
// What the block's own deferred call recovers is no part of the chain.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("C");
  defer {
    defer { printf("recovered %s\n", message(defer_recover())); }
    defer_panicf("B");
  }
  defer_panicf("A");
}
