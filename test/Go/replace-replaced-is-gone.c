// Rules: P5
// What was replaced does not come back after recover (llgo#2295).
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer { printf("second %s\n", message(defer_recover())); }
  defer { printf("first %s\n", message(defer_recover())); }
  defer panics("B");
  defer_panicf("A");
}
int main(void) {
  defer { printf("main %s\n", message(defer_recover())); }
  f();
}
