/* Rules: D2
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void straight(void) {
  defer note(1);
  defer note(2);
  defer note(3);
  defer note(4);
}
// CHECK: straight(): 4 3 2 1

/* Sixteen ways through, each with its own set. */
static void conditional(int bits) {
  if (bits & 1)
    defer note(1);
  if (bits & 2)
    defer note(2);
  defer note(0);
  if (bits & 4)
    defer note(4);
  if (bits & 8)
    defer note(8);
}
// CHECK-NEXT: 0: 0
// CHECK-NEXT: 1: 0 1
// CHECK-NEXT: 2: 0 2
// CHECK-NEXT: 3: 0 2 1
// CHECK-NEXT: 4: 4 0
// CHECK-NEXT: 5: 4 0 1
// CHECK-NEXT: 6: 4 0 2
// CHECK-NEXT: 7: 4 0 2 1
// CHECK-NEXT: 8: 8 0
// CHECK-NEXT: 9: 8 0 1
// CHECK-NEXT: 10: 8 0 2
// CHECK-NEXT: 11: 8 0 2 1
// CHECK-NEXT: 12: 8 4 0
// CHECK-NEXT: 13: 8 4 0 1
// CHECK-NEXT: 14: 8 4 0 2
// CHECK-NEXT: 15: 8 4 0 2 1

/* Whichever of two orders was taken. */
static void two_orders(int second_first) {
  int first = 1;
  if (second_first)
    goto second;
first:
  defer note(1);
  if (!first)
    return;
second:
  first = !first;
  defer note(2);
  if (second_first)
    goto first;
}
// CHECK-NEXT: two_orders(0): 2 1
// CHECK-NEXT: two_orders(1): 1 2

/* More sites than bits in a word. */
#define SITE(N)                                                                \
  if (id(N) % 3 == which)                                                      \
    defer sum(&total, N);
#define TEN(N)                                                                 \
  SITE(N##0)                                                                   \
  SITE(N##1) SITE(N##2) SITE(N##3) SITE(N##4) SITE(N##5) SITE(N##6)            \
      SITE(N##7) SITE(N##8) SITE(N##9)
static void sum(long *total, int n) { *total = (*total * 31 + n) % 1000003; }
static long total;
static void many(int which) {
  total = 0;
  TEN(1) TEN(2) TEN(3) TEN(4) TEN(5) TEN(6) TEN(7) TEN(8) TEN(9)
}
static void check_many(int which) {
  many(which);
  long expected = 0;
  for (int n = 99; n >= 10; n--)
    if (n % 3 == which)
      sum(&expected, n);
  word(total == expected ? "same" : "differs");
}
// CHECK-NEXT: check_many(0): same
// CHECK-NEXT: check_many(1): same
// CHECK-NEXT: check_many(2): same

int main(void) {
  TRY(straight());
  for (int i = 0; i < 16; i++) {
    printf("%d: ", i);
    conditional(i);
    printf("\n");
  }
  TRY(two_orders(0));
  TRY(two_orders(1));
  TRY(check_many(0));
  TRY(check_many(1));
  TRY(check_many(2));
}
// CHECK-NOT: {{.}}
