// Rules: D8
// A null function is deferred, and panics when it runs; the rest still runs.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("recovered %s\n", defer_recover() ? "true" : "false"); }
  defer say("after the null call");
  void (*g)(void) = NULL;
  defer g();
  say("body");
}
int main(void) { f(); }
