// Rules: P5, P6
// The first of four is recovered, the rest is not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("D");
  defer panics("C");
  defer {
    defer_recover();
    defer_panicf("B");
  }
  defer_panicf("A");
}
