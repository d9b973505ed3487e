// Rules: P5, P6
// Four frames: one recovers and panics, one only panics, one recovers and panics.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) { defer_panicf("A"); }
static void g(void) {
  defer {
    printf("g %s\n", message(defer_recover()));
    defer_panicf("B");
  }
  f();
}
static void h(void) {
  defer { defer_panicf("C"); }
  g();
}
int main(void) {
  defer {
    printf("main %s\n", message(defer_recover()));
    defer_panicf("D");
  }
  h();
}
