// Rules: P3
// With no panic recover returns nothing, wherever it is called.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(void) { printf("handler %s\n", message(defer_recover())); }
static void f(void) {
  defer handler();
  defer { printf("block %s\n", message(defer_recover())); }
  handler();
  printf("body %s\n", message(defer_recover()));
}
int main(void) { f(); }
