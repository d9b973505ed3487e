// Rules: P3, P5
// A frame that returns normally in a panicking block: its deferred function does not
// recover, and it does where the frame panics itself.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void handler(void) { printf("handler %s\n", message(defer_recover())); }
static void g(int c) {
  defer handler();
  if (c)
    defer_panicf("B");
}
static void f(void) {
  defer { printf("f %s\n", message(defer_recover())); }
  defer g(1);
  defer g(0);
  defer_panicf("A");
}
int main(void) { f(); }
