// Rules: P3
// A recursive call of the deferred function does not recover.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(int n) {
  if (n > 0)
    handler(n - 1);
  printf("handler %d %s\n", n, message(defer_recover()));
}
static void f(void) {
  defer handler(2);
  defer_panicf("A");
}
int main(void) { f(); }
