/* Rules: D1, D3, D5, D6
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void fall_through(int n) {
  switch (n) {
    defer note(99); /* never executed */
  case 0:
    defer note(1);
  case 1:
    defer note(2);
    break;
  case 2: {
    defer note(3);
  }
  default:
    defer note(4);
  }
  defer note(5);
}
// CHECK: fall_through(0): 5 2 1
// CHECK-NEXT: fall_through(1): 5 2
// CHECK-NEXT: fall_through(2): 5 4 3
// CHECK-NEXT: fall_through(3): 5 4

/* The jump passes by the declaration; deferred code uses the variable. */
static void bypassed(int n) {
  switch (n) {
    int v;
  case 0:
    v = 10;
    defer { note(v); }
    v++;
    break;
  case 1:
    v = 20;
    defer note(v);
    defer { note(v + 1); }
    v = 30;
  }
}
// CHECK-NEXT: bypassed(0): 11
// CHECK-NEXT: bypassed(1): 31 20

static void duff(int n) {
  int rounds = (n + 3) / 4;
  switch (n % 4) {
  case 0:
    do {
      defer note(rounds * 10);
  case 3:
      defer note(rounds * 10 + 3);
  case 2:
      defer note(rounds * 10 + 2);
  case 1:
      defer note(rounds * 10 + 1);
    } while (--rounds > 0);
  }
  defer note(0);
}
// CHECK-NEXT: duff(3): 0 11 12 13
// CHECK-NEXT: duff(6): 0 11 12 13 10 21 22

static void in_loop(int n) {
  for (int i = 0; i < n; i++) {
    switch (i % 4) {
    case 0:
      continue;
    case 1:
      defer note(100 + i);
      break;
    case 2:
      if (i > 4)
        return;
      defer note(200 + i);
    default:
      defer note(300 + i);
    }
  }
}
// CHECK-NEXT: in_loop(8): 105 303 302 202 101

static void ranges(int n) {
  switch (n) {
  case 0 ... 9:
    defer note(1);
    break;
  case 10 ... 19:
    defer note(2);
    return;
  }
  defer note(3);
}
// CHECK-NEXT: ranges(5): 3 1
// CHECK-NEXT: ranges(15): 2
// CHECK-NEXT: ranges(25): 3

int main(void) {
  TRY(fall_through(0));
  TRY(fall_through(1));
  TRY(fall_through(2));
  TRY(fall_through(3));
  TRY(bypassed(0));
  TRY(bypassed(1));
  TRY(duff(3));
  TRY(duff(6));
  TRY(in_loop(8));
  TRY(ranges(5));
  TRY(ranges(15));
  TRY(ranges(25));
}
// CHECK-NOT: {{.}}
