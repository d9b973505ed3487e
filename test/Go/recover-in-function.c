// Rules: P2
// A function that was deferred recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(int n) {
  printf("%d recovered %s\n", n, message(defer_recover()));
}
static void f(void) {
  defer handler(1);
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
