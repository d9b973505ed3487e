// Rules: P5, P6
// The outer one is not recovered in the end, and alone in the report.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void inner(void) {
  defer { printf("inner %s\n", message(defer_recover())); }
  defer_panicf("B");
}
int main(void) {
  defer inner();
  defer_panicf("A");
}
