// Rules: P2, D7
// The result variable is what it was when the panic was raised.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int r;
  defer { defer_recover(); }
  r = 1;
  r = 2;
  defer_panicf("A");
}
int main(void) { printf("%d\n", f()); }
