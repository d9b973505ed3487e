// Rules: D3, D6
// golang/go#47712: a deferred block that recovers, in code that is never reached.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  if (0)
    defer { say(message(defer_recover())); }
  say("f");
}
static void g(void) {
  while (0)
    defer { say(message(defer_recover())); }
  defer say("deferred");
  say("g");
}
int main(void) {
  f();
  g();
}
