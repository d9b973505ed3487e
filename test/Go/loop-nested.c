// Rules: D2, D6
// Two loops, one in the other, and sites of both.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 3; i++) {
    defer say_int("outer", i);
    for (int j = 0; j < i; j++)
      defer say_int("inner", i * 10 + j);
    defer say_int("behind", i);
  }
}
int main(void) { f(); }
