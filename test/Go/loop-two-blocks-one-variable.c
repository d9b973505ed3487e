// Rules: D5
// Two blocks of one iteration share that iteration's variable.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 3; i++) {
    int n = i;
    defer { say_int("second", n); }
    defer { n += 100; }
  }
}
int main(void) { f(); }
