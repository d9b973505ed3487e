/* Rules: D3, D4, D7
 * What is evaluated when; what panics before it is deferred.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static int panics(int n) {
  note(n);
  if (n < 0)
    defer_panicf("%d", n);
  return n;
}
static int global;

/* A statement whose argument panics was not executed. */
static void argument(int a, int b) {
  defer { word(defer_recover() ? "recovered" : "-"); }
  defer note(1);
  defer note(panics(a) + 10);
  for (int i = 0; i < 2; i++)
    defer note(panics(i ? b : 20) + 100);
  defer note(2);
}
// CHECK: argument(5, 6): 5 20 6 2 106 120 15 1 -
// CHECK-NEXT: argument(-5, 6): -5 1 recovered
// CHECK-NEXT: argument(5, -6): 5 20 -6 120 15 1 recovered

/* The value of `return` was taken before deferred code changed what it read. */
static int before(void) {
  int v = 1;
  defer { v = 2; }
  return v;
}
static int before_global(void) {
  global = 1;
  defer { global = 2; }
  return global;
}
static int before_pointer(int *p) {
  *p = 1;
  defer { *p = 2; }
  return *p;
}
static const char *before_string(void) {
  const char *s = "before";
  defer { s = "after"; }
  return s;
}
static struct pair {
  int a, b;
} before_struct(void) {
  struct pair p = {1, 2};
  defer { p.a = p.b = 9; }
  return p;
}
static struct large {
  int a[30];
} before_large(void) {
  struct large l = {{1}};
  l.a[29] = 2;
  defer { l.a[0] = l.a[29] = 9; }
  defer memset(&l, 5, sizeof l);
  return l;
}
static struct large global_large = {{3}};
static struct large before_global_large(void) {
  defer { global_large.a[0] = 9; }
  return global_large;
}
// CHECK-NEXT: before(): = 1
// CHECK-NEXT: before_global(): = 1
// CHECK-NEXT: before_pointer(&global): = 1
// CHECK-NEXT: *before_string(): = 98
// CHECK-NEXT: {{.*}}: = 12
// CHECK-NEXT: {{.*}}: = 12
// CHECK-NEXT: {{.*}}: = 3

/* The result a call made, while it is returned. */
static int tick(int n) { return note(n), ++global; }
static int calls(void) {
  global = 0;
  defer tick(1);
  defer note(tick(2));
  return tick(3) * 100 + tick(4);
}
// CHECK-NEXT: calls(): 2 3 4 1 1 = 203

int main(void) {
  TRY(argument(5, 6));
  TRY(argument(-5, 6));
  TRY(argument(5, -6));
  TRY_INT(before());
  TRY_INT(before_global());
  TRY_INT(before_pointer(&global));
  TRY_INT(*before_string());
  struct pair p = before_struct();
  TRY_INT(p.a * 10 + p.b);
  struct large l = before_large();
  TRY_INT(l.a[0] * 10 + l.a[29]);
  l = before_global_large();
  TRY_INT(l.a[0]);
  TRY_INT(calls());
}
// CHECK-NOT: {{.}}
