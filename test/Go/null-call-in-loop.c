// Rules: D8, D6
// One of three functions of a loop is null.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void g(void) { say("g"); }
static void f(void) {
  defer { printf("recovered %s\n", defer_recover() ? "true" : "false"); }
  for (int i = 0; i < 3; i++) {
    void (*h)(void) = g;
    if (i == 1)
      h = NULL;
    defer h();
  }
}
int main(void) { f(); }
