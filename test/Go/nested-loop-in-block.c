// Rules: D9, D6
// A loop that defers, in a deferred block.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  defer say("last");
  defer {
    for (int i = 0; i < 3; i++)
      defer say_int("inner", i);
    say("end of block");
  }
}
int main(void) { f(); }
