// Rules: D3
// A defer statement that control did not reach does not run.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  defer say("first");
  if (n == 0)
    return;
  defer say("second");
  if (n == 1)
    return;
  defer say("third");
}
int main(void) {
  for (int n = 0; n < 3; n++) {
    say_int("n", n);
    f(n);
  }
}
