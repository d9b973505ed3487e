// Rules: P5, P3
// After an inner one was recovered, the block recovers the outer.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void inner(void) {
  defer { printf("inner %s\n", message(defer_recover())); }
  defer_panicf("B");
}
static void f(void) {
  defer {
    inner();
    printf("outer %s\n", message(defer_recover()));
    inner();
    printf("nothing %s\n", message(defer_recover()));
  }
  defer_panicf("A");
}
int main(void) { f(); }
