// Rules: P2, P3
// A function deferred by a pointer recovers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(void) {
  printf("recovered %s\n", message(defer_recover()));
}
static void f(void (*h)(void)) {
  defer h();
  h = NULL;
  defer_panicf("A");
}
int main(void) { f(handler); }
