// Rules: P3
// The second recover of one block finds nothing.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer {
    printf("first %s\n", message(defer_recover()));
    printf("second %s\n", message(defer_recover()));
  }
  defer_panicf("A");
}
int main(void) { f(); }
