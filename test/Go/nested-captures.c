// Rules: D9, D5
// An inner block sees the outer block's variables and the function's.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int a = 1;
  defer {
    int b = a * 10;
    defer { printf("%d %d\n", a, b); }
    a++;
    b++;
  }
  a = 5;
}
int main(void) { f(); }
