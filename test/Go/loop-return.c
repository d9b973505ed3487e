// Rules: D3, D6
// A return out of a loop runs what its iterations deferred.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int stop) {
  for (int i = 0; i < 5; i++) {
    defer say_int("deferred", i);
    if (i == stop)
      return i * 10;
  }
  return -1;
}
int main(void) {
  say_int("returned", f(2));
  say_int("returned", f(9));
}
