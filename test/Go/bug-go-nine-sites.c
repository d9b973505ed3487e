// Rules: D2, D3
// Go gives up open coding with more than eight sites, or returns times sites above
// fifteen: nothing of that is to be seen.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int bits) {
  if (bits & 1)
    defer say("0");
  if (bits & 2)
    defer say("1");
  if (bits & 4)
    defer say("2");
  defer say("3");
  defer say("4");
  if (bits & 8)
    return 8;
  defer say("5");
  defer say("6");
  if (bits & 16)
    return 16;
  defer say("7");
  defer say("8");
  defer say("9");
  return 0;
}
int main(void) {
  int a = f(3), b = f(12), c = f(21), d = f(7);
  printf("%d %d %d %d\n", a, b, c, d);
}
