/* Rules: P9, P1
 * Frames that the plugin did not compile.
 * RUN: %clang -O1 -c %S/Inputs/foreign.c -o %t.plain.o
 * RUN: %run-matrix %s %t.plain.o | %filecheck --match-full-lines --check-prefixes=CHECK,PLAIN %s
 * RUN: %clang -O1 -fexceptions -c %S/Inputs/foreign.c -o %t.exceptions.o
 * RUN: %run-matrix %s %t.exceptions.o | %filecheck --match-full-lines --check-prefixes=CHECK,EXCEPTIONS %s
 */
#include "Inputs/note.h"

#include <search.h>

void foreign(void (*)(int), int);
void foreign_cleanup(void (*)(int), int);

static void panics(int n) {
  defer note(n);
  if (n)
    defer_panicf("P%d", n);
}
static void through(int n) {
  defer { word(defer_recover() ? "recovered" : "-"); }
  defer note(1);
  foreign(panics, n);
}
// CHECK: through(0): in0 0 out 1 -
// CHECK-NEXT: through(2): in2 2 1 recovered

static void twice(int n) {
  defer note(100);
  foreign(panics, n);
}
static void through_two(void) {
  defer { word(defer_recover() ? "recovered" : "-"); }
  foreign(twice, 3);
}
// CHECK-NEXT: through_two(): in3 in3 3 100 recovered

static void cleanup(int n) {
  defer { word(defer_recover() ? "recovered" : "-"); }
  foreign_cleanup(panics, n);
}
// CHECK-NEXT: cleanup(0): 0 ~-1 -
// PLAIN-NEXT: cleanup(4): 4 recovered
// EXCEPTIONS-NEXT: cleanup(4): 4 ~4 recovered

/* The C library's, which have tables. */
static int compares(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  if (x == 7 || y == 7)
    defer_panicf("seven");
  return x - y;
}
static int sorts(int last) {
  defer_result int r = 0;
  int numbers[] = {5, 3, 1, last};
  defer {
    if (defer_recover())
      r = -1;
  }
  qsort(numbers, 4, sizeof *numbers, compares);
  return numbers[0];
}
// CHECK-NEXT: sorts(2): = 1
// CHECK-NEXT: sorts(7): = -1

/* A deferred call is a foreign function that calls back. */
static void calls_back(void) {
  defer { word(defer_recover()->message); }
  defer foreign(panics, 0);
  defer foreign(panics, 5);
}
// CHECK-NEXT: calls_back(): in5 5 in0 0 out P5

int main(void) {
  TRY(through(0));
  TRY(through(2));
  TRY(through_two());
  TRY(cleanup(0));
  TRY(cleanup(4));
  TRY_INT(sorts(2));
  TRY_INT(sorts(7));
  TRY(calls_back());
}
// CHECK-NOT: {{.}}
