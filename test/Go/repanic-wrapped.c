// Rules: P5
// Each frame adds to the message.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer { defer_panicf("%d: %s", n, defer_recover()->message); }
  if (n == 0)
    defer_panicf("A");
  f(n - 1);
}
int main(void) {
  defer { say(message(defer_recover())); }
  f(3);
}
