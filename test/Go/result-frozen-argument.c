// Rules: D4, D7
// The result as an argument is what it was at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int r = 1;
  defer say_int("frozen", r);
  defer { say_int("block", r); }
  return 2;
}
int main(void) { printf("%d\n", f()); }
