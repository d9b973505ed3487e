// Rules: P3, P2
// golang/go#73916: inlining the function that is deferred changes nothing either.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static inline __attribute__((always_inline)) void handler(int n) {
  printf("%d %s\n", n, message(defer_recover()));
}
static void f(void) {
  defer handler(1);
  defer { handler(2); }
  defer_panicf("A");
}
int main(void) { f(); }
