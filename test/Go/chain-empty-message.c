// Rules: P6
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer panics("B");
  panics("");
}
