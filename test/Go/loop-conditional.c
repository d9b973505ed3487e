// Rules: D6, D3
// Some iterations defer, some do not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 10; i++) {
    if (i % 3 == 0)
      defer say_int("third", i);
    else if (i % 2 == 0)
      defer say_int("even", i);
  }
}
int main(void) { f(); }
