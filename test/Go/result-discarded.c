// Rules: D8
// Results of deferred calls go nowhere, structs too.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct large {
  long a[9];
};

static int g(void) {
  say("g");
  return 1;
}
static struct large h(void) {
  say("h");
  return (struct large){{0}};
}
static double d(void) {
  say("d");
  return 1.5;
}
static int f(void) {
  defer g();
  defer h();
  defer d();
  return 5;
}
int main(void) { printf("%d\n", f()); }
