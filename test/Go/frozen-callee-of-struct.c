// Rules: D4
// A call through a member, as of a table of functions.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct ops {
  void (*close)(int);
};

static void good(int n) { say_int("good", n); }
static void bad(int n) { say_int("bad", n); }
static void f(void) {
  struct ops table = {good}, *o = &table;
  int n = 1;
  defer o->close(n);
  o->close = bad;
  n = 2;
  o = NULL;
}
int main(void) { f(); }
