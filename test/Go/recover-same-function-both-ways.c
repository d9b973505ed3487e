// Rules: P3
// One function is deferred, called by a block, and called by the body.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(const char *s) {
  printf("%s %s\n", s, message(defer_recover()));
}
static void f(void) {
  defer handler("deferred");
  defer { handler("called by a block"); }
  handler("called");
  defer_panicf("A");
}
int main(void) { f(); }
