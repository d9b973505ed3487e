// Rules: P6
// A message of several lines is printed as it is.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("B\nb");
  defer_panicf("A\na");
}
