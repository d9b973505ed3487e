// Rules: P2
// The caller of the frame that recovered goes on behind the call.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer { defer_recover(); }
  defer_panicf("A");
}
int main(void) {
  defer say("main's");
  int x = 1;
  x += f();
  say_int("x", x);
}
