// Rules: P2, P5
// golang/go#77062: recover and panic again in each of many frames was quadratic, in
// time and in stack.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int count;

static void f(int n) {
  defer {
    const defer_panic_info *r = defer_recover();
    count++;
    if (n > 0)
      defer_panic(r->value);
  }
  if (n == 3000)
    defer_panicf("A");
  f(n + 1);
}
int main(void) {
  f(0);
  printf("%d\n", count);
}
