// Rules: P2
// recover under a switch, in a loop of the block.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer {
    for (int i = 0; i < 3; i++) {
      switch (i == n) {
      case 1:
        printf("%d %s\n", i, message(defer_recover()));
        break;
      default:
        printf("%d\n", i);
      }
    }
  }
  defer_panicf("A");
}
int main(void) {
  f(0);
  f(2);
}
