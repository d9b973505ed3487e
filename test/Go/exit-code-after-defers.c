// Rules: D3
// The status after deferred calls have run, with no panic.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(void) {
  defer_result int code;
  defer { code++; }
  return 4;
}
int main(void) { exit(f()); }
