// Rules: P5, P6, D6
// The calls of a loop panic, last first.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  for (int i = 0; i < 4; i++) {
    int n = i;
    defer { defer_panicf("%d", n); }
  }
}
