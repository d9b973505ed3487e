// Rules: D3, D6
// Each case defers something else.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  switch (n) {
  case 0:
    defer say("zero");
    break;
  case 1:
    defer say("one");
    __attribute__((fallthrough));
  case 2:
    defer say("two");
    break;
  default:
    defer say("many");
  }
  say_int("body", n);
}
int main(void) {
  for (int n = 0; n < 4; n++)
    f(n);
}
