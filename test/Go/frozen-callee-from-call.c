// Rules: D4
// The callee is what a call returned, which was made at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void one(void) { say("one"); }
static void two(void) { say("two"); }
typedef void function(void);
static function *pick(int n) {
  say_int("pick", n);
  if (n == 1)
    return one;
  return two;
}
static void f(void) {
  int n = 1;
  defer pick(n)();
  n = 2;
  defer pick(n)();
  say("body");
}
int main(void) { f(); }
