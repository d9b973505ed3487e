/* Rules: D4, D5, P3
 * Functions of one name in one file: each has its own deferred code.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#define OVERLOADABLE __attribute__((overloadable))

OVERLOADABLE static void f(int n) {
  defer note(n);
  defer { note(n + 1); }
}
OVERLOADABLE static void f(double d) {
  defer printf("%g ", d);
  defer { printf("%g ", d * 2); }
}
OVERLOADABLE static void f(const char *text) {
  for (int i = 0; i < 2; i++)
    defer word(text + i);
}
// CHECK: f(1): 2 1
// CHECK-NEXT: f(2.5): 5 2.5
// CHECK-NEXT: f("ab"): b ab

/* By whichever name it was deferred it knows whether it may recover. */
OVERLOADABLE static void recovers(int n) { note(defer_recover() ? n : -n); }
OVERLOADABLE static void recovers(long n) {
  note((int)(defer_recover() ? n * 10 : n * -10));
}
static void recovered(void) {
  defer recovers(1);
  defer recovers(2l);
  defer_panicf("x");
}
// CHECK-NEXT: recovered(): 20 -1

/* A body that is for inlining only, and then the function. */
extern inline __attribute__((gnu_inline)) int twice(int n) {
  defer note(n);
  return n;
}
static int inlined(void) { return twice(1); }
int twice(int n) {
  defer note(n + 100);
  defer { note(n + 200); }
  return n;
}
static int (*volatile called)(int) = twice;
// CHECK-NEXT: called(2): 202 102 = 2

int main(void) {
  TRY(f(1));
  TRY(f(2.5));
  TRY(f("ab"));
  TRY(recovered());
  TRY_INT(called(2));
  printf("inlined: "), inlined(), printf("\n");
  // CHECK-NEXT: inlined: {{1|201 101}}
}
// CHECK-NOT: {{.}}
