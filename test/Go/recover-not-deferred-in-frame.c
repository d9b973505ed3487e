// Rules: P3
// recover in a frame that a deferred block calls, whose own deferred block runs on
// its normal return.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void works(void) {
  defer { printf("works %s\n", message(defer_recover())); }
}
static void f(void) {
  defer {
    works();
    printf("f %s\n", message(defer_recover()));
  }
  defer_panicf("A");
}
int main(void) { f(); }
