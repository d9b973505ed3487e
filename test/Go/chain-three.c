// Rules: P5, P6
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("C");
  defer panics("B");
  defer_panicf("A");
}
