// Rules: P3
// golang/go#73916: a helper that was inlined into the deferred function recovered.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static inline __attribute__((always_inline)) void callRecover(void) {
  if (defer_recover())
    say("wrong");
}
static void f(int n) {
  (void)n;
  callRecover();
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  defer f(1);
  defer_panicf("A");
}
