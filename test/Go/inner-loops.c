// Rules: P5, D6
// A loop of panics and recovers in a block that a panic runs.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void try(int n) {
  defer { printf("try %s\n", message(defer_recover())); }
  defer_panicf("%d", n);
}
static void f(void) {
  defer { printf("outer %s\n", message(defer_recover())); }
  defer {
    for (int i = 0; i < 3; i++)
      try(i);
  }
  defer_panicf("A");
}
int main(void) { f(); }
