/* Rules: D1, D2, D3, D6
 * Shapes of control flow that a lowering may get wrong.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* A diamond after a diamond: which of four is pending is not known. */
static void diamonds(int n) {
  if (n & 1)
    defer note(1);
  else
    defer note(2);
  note(0);
  if (n & 2)
    defer note(3);
  else
    defer note(4);
}
// CHECK: diamonds(0): 0 4 2
// CHECK-NEXT: diamonds(1): 0 4 1
// CHECK-NEXT: diamonds(2): 0 3 2
// CHECK-NEXT: diamonds(3): 0 3 1

/* Short circuit and conditional operators around returns. */
static int circuits(int n) {
  defer note(1);
  if (n > 1 && ({ defer note(2); n > 2; }) && ({ defer note(3); n > 3; }))
    return 10;
  if (n == 1 || ({ defer note(4); n == 2; }))
    return 20;
  return n ? ({ defer note(5); 30; }) : ({ defer note(6); 40; });
}
// CHECK-NEXT: circuits(0): 6 4 1 = 40
// CHECK-NEXT: circuits(1): 1 = 20
// CHECK-NEXT: circuits(2): 4 2 1 = 20
// CHECK-NEXT: circuits(3): 5 4 3 2 1 = 30
// CHECK-NEXT: circuits(4): 3 2 1 = 10

/* A site in a cycle only because of a path that is never taken. */
static void never_again(int n) {
start:
  defer note(1);
  if (n > 1000)
    goto start;
  defer note(2);
}
// CHECK-NEXT: never_again(0): 2 1

/* Sites of two cycles that share a way out. */
static void shared_exit(int n) {
  int i = 0, j = 0;
first:
  if (i++ < 2) {
    defer note(10 + i);
    if (n == i)
      goto out;
    goto first;
  }
  defer note(0);
second:
  if (j++ < 2) {
    defer note(20 + j);
    if (n == 10 + j)
      goto out;
    goto second;
  }
out:
  note(99);
}
// CHECK-NEXT: shared_exit(1): 99 11
// CHECK-NEXT: shared_exit(2): 99 12 11
// CHECK-NEXT: shared_exit(11): 99 21 0 12 11
// CHECK-NEXT: shared_exit(0): 99 22 21 0 12 11

/* Out of an inner loop to before the outer. */
static void restart(int n) {
  int rounds = 0;
again:
  defer note(rounds);
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 2; j++) {
      defer note(10 * i + j + 100);
      if (j == 1 && rounds < n) {
        rounds++;
        goto again;
      }
    }
  }
  defer note(50);
}
// CHECK-NEXT: restart(0): 50 111 110 101 100 0
// CHECK-NEXT: restart(2): 50 111 110 101 100 2 101 100 1 101 100 0

/* A switch that leaves a loop, a loop in a switch. */
static int tangled(int n) {
  defer note(1);
  for (;;) {
    switch (n) {
    case 0:
      return 0;
    case 1:
      defer note(2);
      break;
    case 2:
      for (int i = 0; i < 2; i++) {
        defer note(30 + i);
        if (i == 1)
          goto after;
      }
    after:
      defer note(4);
      /* fall through */
    case 3:
      n = 1;
      defer note(5);
      continue;
    default:
      defer note(6);
      n--;
      continue;
    }
    n--;
  }
}
// CHECK-NEXT: tangled(0): 1 = 0
// CHECK-NEXT: tangled(1): 2 1 = 0
// CHECK-NEXT: tangled(2): 2 5 4 31 30 1 = 0
// CHECK-NEXT: tangled(5): 2 5 6 6 1 = 0

/* A return in every arm; the site above. */
static int arms(int n) {
  if (n)
    defer note(1);
  switch (n) {
  case 0:
    return 1;
  case 1:
    return note(5), 2;
  default:
    defer note(2);
    return 3;
  }
}
// CHECK-NEXT: arms(0): = 1
// CHECK-NEXT: arms(1): 5 1 = 2
// CHECK-NEXT: arms(2): 2 1 = 3

/* The loop's first iteration is not as the others. */
static void first_time(int n) {
  int first = 1;
  while (n-- > 0) {
    if (first) {
      defer note(100);
      first = 0;
    } else
      defer note(n);
  }
}
// CHECK-NEXT: first_time(3): 0 1 100

/* A loop without a defer around and within those with one. */
static int sandwich(int n) {
  defer_result int r = 0;
  for (int k = 0; k < 2; k++)
    r += k;
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 2; k++)
      r += k;
    defer { r *= 2; }
    for (int k = 0; k < 2; k++)
      r += k;
  }
  for (int k = 0; k < 2; k++)
    r += k;
  return r;
}
// CHECK-NEXT: sandwich(0): = 2
// CHECK-NEXT: sandwich(2): = 24

int main(void) {
  TRY(diamonds(0));
  TRY(diamonds(1));
  TRY(diamonds(2));
  TRY(diamonds(3));
  TRY_INT(circuits(0));
  TRY_INT(circuits(1));
  TRY_INT(circuits(2));
  TRY_INT(circuits(3));
  TRY_INT(circuits(4));
  TRY(never_again(0));
  TRY(shared_exit(1));
  TRY(shared_exit(2));
  TRY(shared_exit(11));
  TRY(shared_exit(0));
  TRY(restart(0));
  TRY(restart(2));
  TRY_INT(tangled(0));
  TRY_INT(tangled(1));
  TRY_INT(tangled(2));
  TRY_INT(tangled(5));
  TRY_INT(arms(0));
  TRY_INT(arms(1));
  TRY_INT(arms(2));
  TRY(first_time(3));
  TRY_INT(sandwich(0));
  TRY_INT(sandwich(2));
}
// CHECK-NOT: {{.}}
