// Rules: D7
// Without a named result deferred code changes nothing that was returned.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  int x = 1;
  defer {
    x = 9;
    say_int("x", x);
  }
  return x;
}
int main(void) { say_int("returned", f()); }
