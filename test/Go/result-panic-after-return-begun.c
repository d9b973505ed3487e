// Rules: P2
// A deferred call panics after `return 5` had begun: 5 is returned.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer { defer_recover(); }
  defer panics("A");
  return 5;
}
int main(void) { printf("%d\n", f()); }
