// Rules: P5, P6
// Of five every other is recovered.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  for (int i = 4; i > 0; i--) {
    int n = i;
    defer {
      if (n % 2 == 0)
        defer_recover();
      defer_panicf("panic %d", n);
    }
  }
  defer_panicf("panic 0");
}
