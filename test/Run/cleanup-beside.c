/* Rules: D1, P1
 * __attribute__((cleanup)) beside: when its scope is left, before.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void clean(int *p) { note(*p); }
#define CLEAN __attribute__((cleanup(clean)))

static void beside(int n) {
  defer note(1);
  CLEAN int a = 10;
  defer note(2);
  {
    CLEAN int b = 20;
    defer note(3);
    if (n == 1)
      return;
    if (n == 2)
      goto out;
    if (n == 3)
      defer_panicf("x");
    defer { note(4); }
  }
  note(100);
out:
  a++;
}
static int recovered(int n) {
  defer { defer_recover(); }
  CLEAN int c = 30;
  beside(n);
  c++;
  return c;
}
// CHECK: recovered(0): 20 100 11 4 3 2 1 31 = 31
// CHECK-NEXT: recovered(1): 20 10 3 2 1 31 = 31
// CHECK-NEXT: recovered(2): 20 11 3 2 1 31 = 31
// CHECK-NEXT: recovered(3): 20 10 3 2 1 30 = 0

static void loop(int n) {
  for (int i = 0; i < n; i++) {
    CLEAN int a = 10 + i;
    defer note(i);
    if (i == 1)
      continue;
    CLEAN int b = 20 + i;
    if (i == 3)
      break;
  }
}
// CHECK-NEXT: loop(5): 20 10 11 22 12 23 13 3 2 1 0

/* A cleanup that panics, in a return and in a panic. */
static void cleans_badly(int *p) {
  note(*p);
  defer_panicf("cleanup %d", *p);
}
static void bad(int n) {
  defer note(1);
  __attribute__((cleanup(cleans_badly))) int a = 5;
  defer note(2);
  if (n)
    return;
  note(3);
}
static void bad_recovered(int n) {
  defer { word(defer_recover()->message); }
  bad(n);
}
// CHECK-NEXT: bad_recovered(0): 3 5 2 1 cleanup 5
// CHECK-NEXT: bad_recovered(1): 5 2 1 cleanup 5

/* A cleanup that defers, and recovers what is its own. */
static void cleans_well(int *p) {
  defer note(*p);
  defer { word(defer_recover() ? "recovered" : "-"); }
  if (*p == 7)
    defer_panicf("inner");
}
static void well(int n) {
  defer { word(defer_recover() ? "outer" : "-"); }
  __attribute__((cleanup(cleans_well))) int a = n;
  if (n == 8)
    defer_panicf("x");
}
// CHECK-NEXT: well(6): - 6 -
// CHECK-NEXT: well(7): recovered 7 -
// CHECK-NEXT: well(8): - 8 outer

/* In a deferred block. */
static void in_block(void) {
  defer {
    CLEAN int a = 1;
    defer note(2);
    CLEAN int b = 3;
    for (int i = 10; i < 12; i++) {
      CLEAN int c = i;
      defer note(i);
    }
  }
  CLEAN int z = 0;
}
// CHECK-NEXT: in_block(): 0 10 11 3 1 11 10 2

/* The result is evaluated before, as ever. */
static int value(int n) {
  CLEAN int a = n;
  defer { a = 100; }
  defer_result int r = 0;
  defer { r += 1; }
  a = 50;
  return a;
}
// CHECK-NEXT: value(1): 50 = 51

int main(void) {
  TRY_INT(recovered(0));
  TRY_INT(recovered(1));
  TRY_INT(recovered(2));
  TRY_INT(recovered(3));
  TRY(loop(5));
  TRY(bad_recovered(0));
  TRY(bad_recovered(1));
  TRY(well(6));
  TRY(well(7));
  TRY(well(8));
  TRY(in_block());
  TRY_INT(value(1));
}
// CHECK-NOT: {{.}}
