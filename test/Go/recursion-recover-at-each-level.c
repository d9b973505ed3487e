// Rules: P2, P5
// Every activation recovers and panics again with its own number.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer {
    const defer_panic_info *r = defer_recover();
    printf("level %d %s\n", n, message(r));
    if (n < 5)
      defer_panicf("from %d", n);
  }
  if (n == 0)
    defer_panicf("A");
  f(n - 1);
}
int main(void) { f(5); }
