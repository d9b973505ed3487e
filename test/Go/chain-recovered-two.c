// Rules: P5, P6
// Recovered, and raised again in the same block: [recovered].
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer {
    defer_recover();
    defer_panicf("B");
  }
  defer_panicf("A");
}
