// Rules: D5
// A block and a pointer see the same variable.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int x = 1;
  int *p = &x;
  defer {
    *p += 100;
    say_int("block", x);
  }
  *p = 2;
  x++;
}
int main(void) { f(); }
