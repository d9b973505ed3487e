// Rules: P5
// recover returns the panic that took over.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer panics("B");
  defer_panicf("A");
}
int main(void) {
  f();
  say("went on");
}
