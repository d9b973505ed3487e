// Rules: P3
// The helper finds nothing, then the block recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void helper(void) { printf("helper %s\n", message(defer_recover())); }
static void f(void) {
  defer {
    helper();
    printf("block %s\n", message(defer_recover()));
    helper();
  }
  defer_panicf("A");
}
int main(void) { f(); }
