// Rules: D3, P3
// golang/go#48459: a recover that nothing reaches.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  if (n > 0) {
    say("positive");
    return;
    defer { defer_recover(); }
  }
  return;
  defer_recover();
}
int main(void) {
  f(1);
  f(0);
  say("end");
}
