// Rules: P5, P6
// The outer is recovered, then an inner frame recovers one, then another is raised.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void inner(void) {
  defer { printf("inner %s\n", message(defer_recover())); }
  defer_panicf("B");
}
int main(void) {
  defer {
    printf("outer %s\n", message(defer_recover()));
    inner();
    defer_panicf("C");
  }
  defer_panicf("A");
}
