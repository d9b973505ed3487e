// Rules: P2, P3, D6
// Of three blocks deferred in a loop the first that runs recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 3; i++) {
    int n = i;
    defer { printf("%d %s\n", n, message(defer_recover())); }
  }
  defer_panicf("A");
}
int main(void) { f(); }
