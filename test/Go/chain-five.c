// Rules: P5, P6
// Five panics, none recovered.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("E");
  defer panics("D");
  defer panics("C");
  defer panics("B");
  defer_panicf("A");
}
