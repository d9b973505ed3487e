// Rules: P2, P5
// A frame that recovered is called again, and not recovered this time.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int c) {
  defer {
    if (c)
      printf("recovered %s\n", message(defer_recover()));
  }
  defer_panicf("A");
}
int main(void) {
  f(1);
  f(0);
}
