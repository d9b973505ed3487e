// Rules: D6
// A call for each execution of the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  for (int i = 0; i < n; i++)
    defer say_int("deferred", i);
  say("body");
}
int main(void) {
  f(0);
  f(1);
  f(5);
}
