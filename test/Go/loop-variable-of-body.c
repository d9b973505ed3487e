// Rules: D5
// A variable of a loop's body is one per iteration (vlang/v#24663).
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 4; i++) {
    int n = i * 10;
    defer { say_int("n", n); }
    n++;
  }
}
int main(void) { f(); }
