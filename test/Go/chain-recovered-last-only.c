// Rules: P5, P6
// The third of four is recovered by the block that raises the last: it had replaced
// the two before.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer {
    printf("recovered %s\n", message(defer_recover()));
    defer_panicf("D");
  }
  defer panics("C");
  defer panics("B");
  defer_panicf("A");
}
