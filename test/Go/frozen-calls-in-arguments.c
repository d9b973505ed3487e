// Rules: D4
// A call among the arguments is made at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int next(int *n) {
  ++*n;
  say_int("evaluated", *n);
  return *n;
}
static void f(void) {
  int n = 0;
  defer say_int("deferred", next(&n));
  defer say_int("deferred", next(&n));
  say("body");
}
int main(void) { f(); }
