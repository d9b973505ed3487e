// Rules: P5, P6
// Each of five is recovered by the block that raises the next.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  for (int i = 4; i > 0; i--) {
    int n = i;
    defer {
      printf("recovered %s\n", message(defer_recover()));
      defer_panicf("panic %d", n);
    }
  }
  defer_panicf("panic 0");
}
