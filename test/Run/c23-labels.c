/* Rules: D1, D5, D6
 * Labels before declarations, as in C23: what is declared lives on behind them.
 * RUN: %run-matrix %s -std=gnu23 | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void clean(int *p) { note(*p + 1000); }
#define CLEAN __attribute__((cleanup(clean)))

static void cases(int n) {
  for (int i = 0; i < 2; i++) {
    switch (n) {
    case 1:
      int u = 3;
      defer { note(u); }
      u++;
      [[fallthrough]];
    default:
      [[maybe_unused]] int z = 4;
      defer { note(z); }
      z += i;
      int y = z * 10;
      defer note(y);
      break;
    [[likely]] case 0:
      int v = 1, w CLEAN = 2;
      defer { note(v); }
      note(w);
      v = 5;
      w = 7;
    }
  }
}
/* The cleanup runs at the end of the switch, not of its declaration. */
// CHECK: cases(0): 2 1007 2 1007 5 5
// CHECK-NEXT: cases(1): 50 5 4 40 4 4
// CHECK-NEXT: cases(2): 50 5 40 4

static void labels(int n) {
  for (int i = 0; i < 2; i++) {
  one:
    int a = 8, b CLEAN = 9;
    defer { note(a + n); }
    a++;
    b++;
  two:
  three:
    int c = 1;
    defer { note(c); }
    c += i;
  four: [[maybe_unused]] five:
    int d[2] = {1, 2};
    defer { note(d[1]); }
    d[1] = 9;
  }
}
// CHECK-NEXT: labels(0): 1010 1010 9 2 9 9 1 9

/* A label before the one statement of an if or a switch. */
static void single(int n) {
  for (int i = 0; i < 2; i++) {
    if (n)
    label: {
      int v = i;
      defer { note(v); }
      v++;
    }
    switch (n)
    case 0: {
      int v = 5 + i;
      defer { note(v); }
      v++;
    }
  }
}
// CHECK-NEXT: single(0): 7 6
// CHECK-NEXT: single(1): 2 1

int main(void) {
  TRY(cases(0));
  TRY(cases(1));
  TRY(cases(2));
  TRY(labels(0));
  TRY(single(0));
  TRY(single(1));
}
// CHECK-NOT: {{.}}
