// Rules: P3
// A helper of the deferred block is one level too deep.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void helper(void) { printf("helper %s\n", message(defer_recover())); }
static void f(void) {
  defer { helper(); }
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
