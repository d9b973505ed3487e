// Rules: D4
// The outermost call is the only one that is deferred.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int g(const char *s, int n) {
  say_int(s, n);
  return n + 1;
}
static void f(void) {
  defer g("outer", g("middle", g("inner", 1)));
  say("body");
}
int main(void) { f(); }
