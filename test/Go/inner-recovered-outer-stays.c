// Rules: P5
// A panic raised and recovered in a deferred call leaves the outer one.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void inner(void) {
  defer { printf("inner %s\n", message(defer_recover())); }
  defer_panicf("B");
}
static void f(void) {
  defer { printf("outer %s\n", message(defer_recover())); }
  defer inner();
  defer_panicf("A");
}
int main(void) { f(); }
