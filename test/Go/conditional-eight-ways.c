// Rules: D2, D3
// Each of three statements was executed or not: eight ways through.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int bits) {
  if (bits & 1)
    defer say("1");
  if (bits & 2)
    defer say("2");
  if (bits & 4)
    defer say("4");
}
int main(void) {
  for (int bits = 0; bits < 8; bits++) {
    say_int("bits", bits);
    f(bits);
  }
}
