// Rules: P3, P5, P6
// A helper that recovers nothing, then a new panic: the first is not [recovered].
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void helper(void) { printf("helper %s\n", message(defer_recover())); }
int main(void) {
  defer {
    helper();
    defer_panicf("B");
  }
  defer_panicf("A");
}
