// Rules: D3, D6
// One of two branches defers, then both meet.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int c) {
  if (c)
    defer say("then");
  else
    defer say("else");
  defer say("after");
}
int main(void) {
  f(1);
  f(0);
}
