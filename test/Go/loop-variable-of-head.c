// Rules: D5
// The variable of a loop's head is one for all, in C as in Go 1.19.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0; i < 3; i++)
    defer { say_int("i", i); }
}
int main(void) { f(); }
