// Rules: D8, D4
// Its arguments are evaluated at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int next(int n) {
  say_int("evaluated", n);
  return n;
}
static void f(void) {
  defer { printf("recovered %s\n", defer_recover() ? "true" : "false"); }
  void (*g)(int, int) = NULL;
  int a = next(1);
  defer g(a, next(2));
  say("body");
}
int main(void) { f(); }
