// Rules: P5, P6
// Inside of a block that A runs: B is recovered and replaced by C, C is recovered; in
// the end A alone is reported.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void g(void) {
  defer {
    printf("g %s\n", message(defer_recover()));
    defer_panicf("C");
  }
  defer_panicf("B");
}
int main(void) {
  defer {
    defer { printf("block %s\n", message(defer_recover())); }
    g();
  }
  defer_panicf("A");
}
