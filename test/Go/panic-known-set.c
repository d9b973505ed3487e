// Rules: P1, D3
// The place of the panic decides what is pending.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(int n) {
  if (n == 0)
    defer_panicf("0");
  defer say("first");
  if (n == 1)
    defer_panicf("1");
  if (n != 2)
    defer say("second");
  if (n == 3)
    defer_panicf("3");
  defer say("third");
  defer_panicf("last");
}
static void g(int n) {
  defer { printf("recovered %s\n", message(defer_recover())); }
  f(n);
}
int main(void) {
  for (int n = 0; n < 5; n++)
    g(n);
}
