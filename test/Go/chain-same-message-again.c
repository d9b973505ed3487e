// Rules: P5, P6
// The recovered message raised again: both lines (Go 1.19).
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  defer { defer_panicf("%s", defer_recover()->message); }
  defer_panicf("A");
}
