// Rules: D2, D6
// Sites before, in, between and behind loops are of one order (llgo#1492).
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("before");
  for (int i = 0; i < 2; i++)
    defer say_int("first", i);
  defer say("between");
  for (int i = 0; i < 2; i++)
    defer say_int("second", i);
  defer say("behind");
}
int main(void) { f(); }
