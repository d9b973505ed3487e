// Rules: P4, P5, P6
// Recovered in one block, then the next deferred call panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("B");
  defer { printf("recovered %s\n", message(defer_recover())); }
  defer_panicf("A");
}
