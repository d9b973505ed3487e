// Rules: P5, P6
// In a block that the first panic runs: a panic that is recovered and followed by one
// that is not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer {
    defer {
      printf("recovered %s\n", message(defer_recover()));
      defer_panicf("C");
    }
    defer_panicf("B");
  }
  defer_panicf("A");
}
