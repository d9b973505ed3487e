// Rules: D6
// Back over two sites, of which one is left out the second time.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int n = 0;
again:
  if (n == 0)
    defer say("only once");
  defer say_int("each time", n);
  n++;
  if (n < 3)
    goto again;
}
int main(void) { f(); }
