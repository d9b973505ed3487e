// Rules: D4, P1
// A panic while arguments are evaluated: that statement was not executed.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int bad(void) { defer_panicf("A"); }
static void f(void) {
  defer say("first");
  defer say_int("second", bad());
  say("not reached");
}
int main(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f();
}
