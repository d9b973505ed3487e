// Rules: P5, P6
// Recovered, the block returned, then a new panic: only that one is printed.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer_panicf("A");
}
int main(void) {
  f();
  defer_panicf("B");
}
