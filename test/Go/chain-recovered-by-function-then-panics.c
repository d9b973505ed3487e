// Rules: P5, P6, P2
// The block is a function that was deferred: it recovers, then panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(const char *s) {
  printf("handler %s\n", message(defer_recover()));
  defer_panicf("%s", s);
}
int main(void) {
  defer handler("C");
  defer handler("B");
  defer_panicf("A");
}
