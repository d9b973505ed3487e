// Rules: D5
// A block sees the variable as it is when it runs.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  defer { say_int("block", x); }
  defer say_int("call", x);
  x = 2;
}
int main(void) { f(); }
