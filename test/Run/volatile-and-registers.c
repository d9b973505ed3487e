/* Rules: D5, P1, P2
 * What an optimizer knows of variables when a call may unwind.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static int work(int n) {
  if (n == 3)
    defer_panicf("three");
  return n * 2;
}

/* Each kind of variable is what it was when the call was made. */
static int kinds(int n) {
  defer_result int r = 0;
  int a = 1;
  long b = 2;
  double c = 3;
  char text[8] = "x";
  struct {
    int a, b;
  } s = {4, 5};
  const char *p = text;
  defer {
    const defer_panic_info *info = defer_recover();
    r = a + (int)b + (int)c + text[0] + s.a + s.b + *p + (info ? 1000 : 0);
  }
  a = work(n);
  b = a + work(n + 1);
  c = (double)b + work(n + 2);
  text[0] = 'y';
  s.a = work(n + 3);
  p = "z";
  return 1;
}
static int model(int n) {
  int a = 1, s = 4, b = 2, c = 3, t = 'x', p = 'x', r = 0;
  do {
    if (n == 3)
      break;
    a = n * 2;
    if (n + 1 == 3)
      break;
    b = a + (n + 1) * 2;
    if (n + 2 == 3)
      break;
    c = b + (n + 2) * 2;
    t = 'y';
    p = 'y';
    if (n + 3 == 3)
      break;
    s = (n + 3) * 2;
    p = 'z';
    return a + b + c + t + s + 5 + p + r;
  } while (0);
  return a + b + c + t + s + 5 + p + 1000;
}
static void all(void) {
  for (int n = -1; n < 5; n++)
    note(kinds(n) == model(n));
}
// CHECK: all(): 1 1 1 1 1 1

/* A pointer that escapes to the callee which panics. */
__attribute__((noinline)) static void stores(int *p, int n) {
  *p = n;
  defer { *p += 100; }
  work(n);
  *p = 7;
}
static int escaped(int n) {
  defer_result int r = 0;
  int mine = 1;
  defer {
    defer_recover();
    r = mine;
  }
  stores(&mine, n);
  return 0;
}
// CHECK-NEXT: escaped(2): = 107
// CHECK-NEXT: escaped(3): = 103

/* A loop that the optimizer may unroll, rotate or vectorize. */
static int loops(const int *p, int n) {
  defer_result int r = 0;
  int sum = 0, i = 0;
  defer {
    defer_recover();
    r = sum * 100 + i;
  }
  for (i = 0; i < n; i++)
    sum += work(p[i]);
  return 0;
}
// CHECK-NEXT: loops(numbers, 2): = 602
// CHECK-NEXT: loops(numbers, 5): = 602

/* Dead stores that are not dead. */
static int stores_twice(int n) {
  defer_result int r = 0;
  int state = 0;
  defer {
    defer_recover();
    r = state;
  }
  state = 1;
  work(n);
  state = 2;
  work(n + 1);
  state = 3;
  return 9;
}
// CHECK-NEXT: stores_twice(3): = 1
// CHECK-NEXT: stores_twice(2): = 2
// CHECK-NEXT: stores_twice(0): = 3

/* restrict and const do not hide what deferred code does. */
static int restricted(int *restrict p) {
  *p = 1;
  defer { (*p)++; }
  work(0);
  *p = 5;
  return *p;
}
static int restricted_calls(void) {
  int n = 0;
  int r = restricted(&n);
  return r * 10 + n;
}
// CHECK-NEXT: restricted_calls(): = 56

int main(void) {
  static const int numbers[] = {1, 2, 3, 4, 5};
  TRY(all());
  TRY_INT(escaped(2));
  TRY_INT(escaped(3));
  TRY_INT(loops(numbers, 2));
  TRY_INT(loops(numbers, 5));
  TRY_INT(stores_twice(3));
  TRY_INT(stores_twice(2));
  TRY_INT(stores_twice(0));
  TRY_INT(restricted_calls());
}
// CHECK-NOT: {{.}}
