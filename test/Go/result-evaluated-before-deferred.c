// Rules: D7
// The operand of `return` is evaluated before deferred calls run.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int g(const char *s) {
  say(s);
  return 7;
}
static int f(void) {
  defer g("deferred");
  return g("operand");
}
int main(void) { printf("%d\n", f()); }
