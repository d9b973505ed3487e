// Rules: P1, D7
// A panic in the operand of `return`.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int bad(void) { defer_panicf("A"); }
static int f(void) {
  defer_result int r;
  defer {
    const char *m = message(defer_recover());
    printf("recovered %s %d\n", m, r);
    r = 3;
  }
  r = 1;
  return bad();
}
int main(void) { printf("%d\n", f()); }
