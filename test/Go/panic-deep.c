// Rules: P1
// A thousand frames, each with a deferred call.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int count;

static void f(int n) {
  defer { count++; }
  if (n == 0)
    defer_panicf("A");
  f(n - 1);
}
static void g(void) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f(999);
}
int main(void) {
  g();
  printf("%d\n", count);
}
