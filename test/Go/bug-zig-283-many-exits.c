// Rules: D1, D3
// zig#283, #11772: many exits and many sites share one chain.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int n) {
  defer say("1");
  if (n == 1)
    return 10;
  defer say("2");
  if (n == 2)
    return 20;
  defer say("3");
  if (n == 3)
    return 30;
  defer say("4");
  if (n == 4)
    return 40;
  defer say("5");
  if (n == 5)
    return 50;
  defer say("6");
  return 60;
}
int main(void) {
  for (int n = 1; n <= 6; n++)
    say_int("returned", f(n));
}
