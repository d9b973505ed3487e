// Rules: D4
// An int argument is what it was at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  defer say_int("deferred", x);
  x = 2;
  say_int("now", x);
}
int main(void) { f(); }
