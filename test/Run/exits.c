/* Rules: D3, D7
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static int early(int n) {
  defer note(1);
  if (n == 0)
    return 100;
  defer note(2);
  if (n == 1)
    return 101;
  for (int i = 0;; i++) {
    if (i == 3 && n == 2)
      return 102;
    if (i == 5)
      break;
  }
  defer note(3);
  switch (n) {
  case 3:
    return 103;
  case 4:
    defer note(4);
    break;
  case 5: {
    defer note(5);
    return 105;
  }
  default:
    defer note(6);
  }
  while (n > 5) {
    defer note(7);
    if (n == 7)
      return 107;
    if (n == 8)
      goto out;
    n--;
    if (n == 9)
      continue;
  }
  return n;
out:
  defer note(8);
  return 108;
}
// CHECK: early(0): 1 = 100
// CHECK-NEXT: early(1): 2 1 = 101
// CHECK-NEXT: early(2): 2 1 = 102
// CHECK-NEXT: early(3): 3 2 1 = 103
// CHECK-NEXT: early(4): 4 3 2 1 = 4
// CHECK-NEXT: early(5): 5 3 2 1 = 105
// CHECK-NEXT: early(6): 7 6 3 2 1 = 5
// CHECK-NEXT: early(7): 7 6 3 2 1 = 107
// CHECK-NEXT: early(8): 8 7 6 3 2 1 = 108
// CHECK-NEXT: early(9): 8 7 7 6 3 2 1 = 108

/* void: the end of the body, `return;` and `return f();`. */
static void leaf(int n) { note(n); }
static void ways(int n) {
  defer note(1);
  if (n == 0)
    return;
  defer note(2);
  if (n == 1)
    return leaf(10);
  defer note(3);
  if (n == 2)
    return (void)leaf(20);
  {
    defer note(4);
  }
}
// CHECK-NEXT: ways(0): 1
// CHECK-NEXT: ways(1): 10 2 1
// CHECK-NEXT: ways(2): 20 3 2 1
// CHECK-NEXT: ways(3): 4 3 2 1

/* A return in an expression. */
static int in_expression(int n) {
  defer note(1);
  int r = ({
    defer note(2);
    if (n == 0)
      return 7;
    defer note(3);
    n * 2;
  });
  defer note(4);
  return r + ({ if (n == 1) return 8; 0; });
}
// CHECK-NEXT: in_expression(0): 2 1 = 7
// CHECK-NEXT: in_expression(1): 4 3 2 1 = 8
// CHECK-NEXT: in_expression(2): 4 3 2 1 = 4

/* Nothing was deferred yet when it returns. */
static int before(int n) {
  if (n)
    return n;
  defer note(1);
  return -1;
}
// CHECK-NEXT: before(5): = 5
// CHECK-NEXT: before(0): 1 = -1

/* The statement is reached by a jump only. */
static void jumped(int n) {
  if (n)
    goto inside;
  return;
  {
  inside:
    defer note(1);
  }
}
// CHECK-NEXT: jumped(0):
// CHECK-NEXT: jumped(1): 1

int main(void) {
  TRY_INT(early(0));
  TRY_INT(early(1));
  TRY_INT(early(2));
  TRY_INT(early(3));
  TRY_INT(early(4));
  TRY_INT(early(5));
  TRY_INT(early(6));
  TRY_INT(early(7));
  TRY_INT(early(8));
  TRY_INT(early(9));
  TRY(ways(0));
  TRY(ways(1));
  TRY(ways(2));
  TRY(ways(3));
  TRY_INT(in_expression(0));
  TRY_INT(in_expression(1));
  TRY_INT(in_expression(2));
  TRY_INT(before(5));
  TRY_INT(before(0));
  TRY(jumped(0));
  TRY(jumped(1));
}
// CHECK-NOT: {{.}}
