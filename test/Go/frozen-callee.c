// Rules: D4
// The function that is called is chosen at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void one(void) { say("one"); }
static void two(void) { say("two"); }
static void f(void) {
  void (*g)(void) = one;
  defer g();
  g = two;
  defer g();
  g = NULL;
}
int main(void) { f(); }
