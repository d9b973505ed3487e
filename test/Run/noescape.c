/* Rules: D5, P1, P5
 * Deferred calls that are given the address of a variable which a deferred block uses as
 * well see one variable, also in a panic, and also if the function promises to forget the
 * address.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static void add(__attribute__((noescape)) int *n) {
  *n += 10;
  note(*n);
}
__attribute__((noinline)) static void show(const int *n) { note(*n); }

static int both(int panics) {
  defer_result int r = 0;
  int x = panics, y = 1;
  defer {
    note(x);
    if (defer_recover())
      r = x + y;
  }
  defer add(&x);
  defer { x++, y *= 2; }
  defer show(&y);
  defer {
    note(x);
    x *= 3;
    y++;
  }
  if (panics > 1)
    defer_panicf("both");
  return x;
}

int main(void) {
  note(both(1));
  word("panics");
  note(both(2));
}
// CHECK: 1 2 14 14 1 panics 2 2 17 17 21
