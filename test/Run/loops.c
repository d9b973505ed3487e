/* Rules: D2, D3, D4, D6
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void for_loop(int n) {
  for (int i = 0; i < n; i++)
    defer note(i);
}
// CHECK: for_loop(0):
// CHECK-NEXT: for_loop(3): 2 1 0

static void while_loop(int n) {
  while (n-- > 0) {
    if (n == 2)
      continue;
    defer note(n);
    if (n == 1)
      break;
  }
}
// CHECK-NEXT: while_loop(5): 1 3 4

static void do_loop(int n) {
  do {
    defer note(n);
    if (n == 3)
      return;
  } while (n++ < 10);
}
// CHECK-NEXT: do_loop(1): 3 2 1
// CHECK-NEXT: do_loop(9): 10 9

/* Two sites in one loop keep their order, whichever ran. */
static void two_sites(int n) {
  for (int i = 0; i < n; i++) {
    if (i % 2)
      defer note(10 + i);
    if (i % 3)
      defer note(20 + i);
  }
}
// CHECK-NEXT: two_sites(5): 24 13 22 21 11

static void nested(int n) {
  for (int i = 0; i < n; i++) {
    defer note(100 + i);
    for (int j = 0; j < i; j++) {
      defer note(i * 10 + j);
      if (j == 1)
        break;
    }
    defer note(200 + i);
  }
  defer note(1);
}
// CHECK-NEXT: nested(3): 1 202 21 20 102 201 10 101 200 100

/* In the inner loop only, in the outer one only. */
static void inner_only(int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      defer note(i * 10 + j);
}
// CHECK-NEXT: inner_only(2): 11 10 1 0

static void outer_only(int n) {
  for (int i = 0; i < n; i++) {
    int sum = 0;
    for (int j = 0; j <= i; j++)
      sum += j;
    defer note(sum);
  }
}
// CHECK-NEXT: outer_only(4): 6 3 1 0

/* A loop that runs once at most is a loop to who reads it. */
static void once(int n) {
  do {
    defer note(1);
    if (n)
      break;
    defer note(2);
  } while (0);
  for (;;) {
    defer note(3);
    break;
  }
  while (1) {
    defer note(4);
    return;
  }
}
// CHECK-NEXT: once(0): 4 3 2 1
// CHECK-NEXT: once(1): 4 3 1

/* Out of two loops at once. */
static int leaves(int n) {
  for (int i = 0; i < n; i++) {
    defer note(i);
    while (1) {
      defer note(10 + i);
      if (i == 1)
        goto out;
      if (i == 7)
        return 7;
      break;
    }
  }
  return 0;
out:
  defer note(20);
  return 1;
}
// CHECK-NEXT: leaves(1): 10 0 = 0
// CHECK-NEXT: leaves(9): 20 11 1 10 0 = 1

/* In the condition and in the step. */
static void in_head(int n) {
  for (int i = ({ defer note(100); 0; }); ({ defer note(10 + i); i < n; });
       ({ defer note(20 + i); i++; }))
    ;
}
// CHECK-NEXT: in_head(2): 12 21 11 20 10 100

int main(void) {
  TRY(for_loop(0));
  TRY(for_loop(3));
  TRY(while_loop(5));
  TRY(do_loop(1));
  TRY(do_loop(9));
  TRY(two_sites(5));
  TRY(nested(3));
  TRY(inner_only(2));
  TRY(outer_only(4));
  TRY(once(0));
  TRY(once(1));
  TRY_INT(leaves(1));
  TRY_INT(leaves(9));
  TRY(in_head(2));
}
// CHECK-NOT: {{.}}
