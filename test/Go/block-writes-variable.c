// Rules: D5
// What one block writes the next one reads.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  defer { say_int("last", x); }
  defer { x *= 10; }
  defer { x += 5; }
  x = 2;
}
int main(void) { f(); }
