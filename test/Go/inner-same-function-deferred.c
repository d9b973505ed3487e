// Rules: P5
// The function that panics is its own deferred call.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static int count;

static void f(void) {
  count++;
  if (count == 4)
    return;
  defer { say(message(defer_recover())); }
  defer f();
  defer_panicf("panic %d", count);
}
int main(void) { f(); }
