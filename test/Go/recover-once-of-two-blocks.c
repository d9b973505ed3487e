// Rules: P3, P4
// The next block runs, and finds nothing.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("second %s\n", message(defer_recover())); }
  defer { printf("first %s\n", message(defer_recover())); }
  defer_panicf("A");
}
int main(void) { f(); }
