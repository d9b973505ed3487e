// Rules: D1, D2, D4, D6
// In a loop each execution is one more call, with the argument of that time: 2 1 0,
// after the loop.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void print(int i) { printf("%d ", i); }

static void three(void) {
  defer puts("");
  for (int i = 0; i < 3; i++)
    defer print(i);
  printf("done: ");
}

static void some(void) {
  defer puts("");
  for (int i = 0; i < 10; i++)
    if (i % 3 == 0)
      defer print(i);
}

enum { MANY = 100000 };
static int expected = MANY, wrong;
static void take(int i) { wrong += i != --expected; }

static void many(void) {
  for (int i = 0; i < MANY; i++)
    defer take(i);
}

int main(void) {
  three();
  // CHECK:      done: 2 1 0{{ }}
  some();
  // CHECK-NEXT: 9 6 3 0{{ }}
  many();
  printf("%d left, %d out of order\n", expected, wrong);
  // CHECK-NEXT: 0 left, 0 out of order
}
