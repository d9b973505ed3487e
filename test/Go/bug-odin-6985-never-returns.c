// Rules: D10
// odin#6985, #7025: a deferred call that never returns, in the middle of others.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int f(int c) {
  defer say("never");
  if (c) {
    defer exit(5);
    defer say("before the exit");
  }
  say("body");
  return 1;
}
int main(void) {
  printf("%d\n", f(0));
  printf("%d\n", f(1));
}
