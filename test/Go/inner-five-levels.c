// Rules: P5
// A panic in the deferred block of each of five levels, recovered inside out.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer {
    if (n > 0)
      f(n - 1);
    printf("%d %s\n", n, message(defer_recover()));
  }
  defer_panicf("panic %d", n);
}
int main(void) { f(5); }
