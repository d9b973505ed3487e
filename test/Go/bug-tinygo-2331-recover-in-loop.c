// Rules: P2, D6
// tinygo#2331: a function that defers in a loop recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static const char *f(int n) {
  defer_result const char *r;
  for (int i = 0; i < n; i++)
    defer {
      if (defer_recover())
        r = "recovered A";
    }
  defer_panicf("A");
}
int main(void) {
  say(f(1));
  say(f(3));
}
