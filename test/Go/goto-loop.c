// Rules: D6
// A path that `goto` repeats.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int i = 0;
again:
  defer say_int("deferred", i);
  i++;
  if (i < 4)
    goto again;
  say("body");
}
int main(void) { f(); }
