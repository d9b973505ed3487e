// Rules: P2
// The message is formatted when the panic is raised.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void f(void) {
  int n = 42;
  const char *s = "forty-two";
  defer { say(message(defer_recover())); }
  defer { n = 0, s = ""; }
  defer_panicf("%d is %s, %5.2f", n, s, 4.2);
}
int main(void) { f(); }
