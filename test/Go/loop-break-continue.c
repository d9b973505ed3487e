// Rules: D6
// `break` and `continue` neither run nor drop anything.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  for (int i = 0;; i++) {
    if (i == 1)
      continue;
    defer say_int("a", i);
    if (i == 3)
      break;
    defer say_int("b", i);
  }
  say("after");
}
int main(void) { f(); }
