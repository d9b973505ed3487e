// Rules: D5
// Variables of both bodies, captured by one block.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 2; i++) {
    int a = i;
    for (int j = 0; j < 2; j++) {
      int b = j;
      defer {
        printf("%d %d\n", a, b);
        a += 10;
      }
      b += 5;
    }
    a += 2;
  }
}
int main(void) { f(); }
