// Rules: D5
// A variable of a block that `goto` enters again is a new one each time.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int i = 0;
again : {
  int n = i * 10;
  defer { say_int("n", n); }
  n++;
}
  i++;
  if (i < 3)
    goto again;
}
int main(void) { f(); }
