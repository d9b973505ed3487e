// Rules: P6
// A panic with nothing is the first of the chain.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("B");
  defer_panic(NULL);
}
