// Rules: P2, P4, D6
// The third of five recovers, the rest runs after that.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 5; i++) {
    int n = i;
    defer {
      if (n == 2)
        printf("%d %s\n", n, message(defer_recover()));
      else
        printf("%d\n", n);
    }
  }
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
