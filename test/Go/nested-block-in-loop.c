// Rules: D9, D6
// Blocks deferred by a loop, each with a defer of its own.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 3; i++) {
    int n = i;
    defer {
      defer say_int("end of", n);
      say_int("block", n);
    }
  }
}
int main(void) { f(); }
