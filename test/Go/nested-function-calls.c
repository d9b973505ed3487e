// Rules: D1, D9
// A deferred call of a function that defers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void g(const char *s) {
  defer printf("%s deferred\n", s);
  say(s);
}
static void f(void) {
  defer g("first");
  defer g("second");
  g("body");
}
int main(void) { f(); }
