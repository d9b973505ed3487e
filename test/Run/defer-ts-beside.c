/* Rules: D1, P1
 * Clang's own _Defer beside: when its scope is left, before.
 * REQUIRES: llvm-22
 * RUN: %run-matrix %s -fdefer-ts | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static int beside(int n) {
  defer_result int r = 0;
  defer note(1);
  _Defer note(10);
  defer {
    if (defer_recover())
      r = -1;
  }
  {
    _Defer { note(20); }
    defer note(2);
    if (n == 1)
      return 1;
    if (n == 2)
      defer_panicf("x");
    _Defer note(21);
  }
  for (int i = 0; i < 2; i++) {
    _Defer note(30 + i);
    defer note(40 + i);
    if (n == 3 && i == 1)
      return 3;
    if (n == 4 && i == 1)
      defer_panicf("x");
  }
  return 9;
}
// CHECK: beside(0): 21 20 30 31 10 41 40 2 1 = 9
// CHECK-NEXT: beside(1): 20 10 2 1 = 1
// CHECK-NEXT: beside(2): 20 10 2 1 = -1
// CHECK-NEXT: beside(3): 21 20 30 31 10 41 40 2 1 = 3
// CHECK-NEXT: beside(4): 21 20 30 31 10 41 40 2 1 = -1

static void in_block(void) {
  defer {
    _Defer note(1);
    defer note(2);
    note(3);
  }
  _Defer note(4);
}
// CHECK-NEXT: in_block(): 4 3 1 2

int main(void) {
  TRY_INT(beside(0));
  TRY_INT(beside(1));
  TRY_INT(beside(2));
  TRY_INT(beside(3));
  TRY_INT(beside(4));
  TRY(in_block());
}
// CHECK-NOT: {{.}}
