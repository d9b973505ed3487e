// Rules: P5, P4
// golang/go#43941: a frame that recovered the panic of a deferred call while an older
// one was on its way below.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void g(void);
static void f(void) {
  defer { printf("f 3 %s\n", message(defer_recover())); }
  defer {
    defer { printf("f 2 %s\n", message(defer_recover())); }
    g();
  }
  defer_panicf("A");
}
static void g(void) {
  defer say("g 3");
  defer {
    printf("g 2 %s\n", message(defer_recover()));
    defer_panicf("C");
  }
  defer say("g 1");
  defer_panicf("B");
}
int main(void) {
  f();
  say("went on");
}
