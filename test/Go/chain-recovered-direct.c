// Rules: P3, P6
// `defer recover()` in a block recovers, then a second block panics anew.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("B");
  defer { defer defer_recover(); }
  defer_panicf("A");
}
