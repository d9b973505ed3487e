/* Rules: D2, D3, D6, P1
 * A conditional site that is tested on returns alone, for nothing may panic while it may be
 * pending but its own call, behind a loop and more arguments than a panic has registers for.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static void last(int panics) {
  word("last");
  if (panics)
    defer_panicf("in the last one");
}

static void f(int a, int b, int c, int d, int conditional, int panics) {
  defer note(id(a));
  defer note(id(b));
  defer note(id(c));
  defer note(id(d));
  for (int i = 0; i < 3; i++)
    defer note(10 + i);
  if (conditional)
    defer last(panics);
}

static void recovers(int conditional, int panics) {
  defer {
    if (defer_recover())
      word("recovered");
  }
  f(id(1), id(2), id(3), id(4), conditional, panics);
}

int main(void) {
  recovers(0, 0);
  word("|");
  recovers(1, 0);
  word("|");
  recovers(1, 1);
}
// CHECK: 12 11 10 4 3 2 1 | last 12 11 10 4 3 2 1 | last 12 11 10 4 3 2 1 recovered
