/* Rules: D1, D5, D6, D9
 * Named loops, as in C2y: out of a loop or a switch that is not the innermost.
 * REQUIRES: llvm-22
 * RUN: %run-matrix %s -std=gnu2y -fplugin-arg-defer-no-warn-loop | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* The loops' own variables are captured: they get storage before the loops. */
static void loops(int n) {
outer:
  for (int i = 0; i < 3; i++) {
    defer { note(i); }
  inner:
    for (int j = 0; j < 3; j++) {
      int v = 10 * i + j;
      defer { note(100 * j + v); }
      if (n == v)
        break outer;
      if (n == v + 100)
        continue outer;
      if (n == v + 200)
        continue inner;
      if (n == v + 300)
        break inner;
      v += 1000;
    }
  }
}
// CHECK: loops(11): 111 1110 1 1302 1301 1300 1
// CHECK-NEXT: loops(111): 1322 1321 1320 3 111 1110 3 1302 1301 1300 3
// CHECK-NEXT: loops(211): 1322 1321 1320 3 1312 311 1310 3 1302 1301 1300 3

static void switches(int n) {
  for (int k = 0; k < 2; k++) {
  which:
    switch (n + k) {
      int v;
    case 0:
      v = 1;
      defer { note(v); }
      for (int i = 0;; i++) {
        int w = i;
        defer { note(w + 50); }
        if (i == 1)
          break which;
        w += 20;
      }
    case 1:
      v = 100;
      defer { note(v); }
      v += k;
      while (1)
        break which;
    }
  }
}
// CHECK-NEXT: switches(0): 101 51 70 1
// CHECK-NEXT: switches(1): 100

static int returns(int n) {
  defer_result int r = 0;
a:
  while (1) {
  b:
    do {
      defer { r++; }
      if (n-- == 0)
        break a;
      if (n == 1)
        return 10;
      continue b;
    } while (0);
  }
  return 20;
}
// CHECK-NEXT: returns(5): = 14
// CHECK-NEXT: returns(0): = 21

static void in_block(void) {
  defer {
  outer:
    for (int i = 0; i < 2; i++) {
      defer note(i);
      for (;;) {
        int v = i;
        defer { note(v + 10); }
        if (i)
          break outer;
        else
          continue outer;
      }
    }
  }
}
// CHECK-NEXT: in_block(): 11 1 10 0

/* Two labels before one loop. */
static void names(void) {
one:
two:
  for (int i = 0; i < 9; i++) {
    defer { note(i); }
    for (;;) {
      if (i == 1)
        break two;
      continue two;
    }
  }
}
// CHECK-NEXT: names(): 1 1

int main(void) {
  TRY(loops(11));
  TRY(loops(111));
  TRY(loops(211));
  TRY(switches(0));
  TRY(switches(1));
  TRY_INT(returns(5));
  TRY_INT(returns(0));
  TRY(in_block());
  TRY(names());
}
// CHECK-NOT: {{.}}
