// Rules: P5
// A hundred panics, each replaces the one before.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  for (int i = 0; i < 100; i++) {
    int n = i;
    defer { defer_panicf("%d", n); }
  }
}
int main(void) { f(); }
