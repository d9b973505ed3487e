// Rules: P3
// A block of the frame whose panic runs cannot recover the older panic below it.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void g(void) {
  defer {
    printf("g first %s\n", message(defer_recover()));
    printf("g second %s\n", message(defer_recover()));
  }
  defer_panicf("B");
}
static void f(void) {
  defer { g(); }
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
