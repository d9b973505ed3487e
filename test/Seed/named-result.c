// Rules: D7
// The return statement sets the result, then the deferred block runs and may change
// it, then the function returns. Without a named result nothing can change it.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static int add_with_side_effect(int a, int b) {
  defer_result int sum = 0;
  defer { sum++; }
  return a + b;
}

static int seen;
static int order(int a) {
  defer_result int result = -1;
  defer {
    seen = result;
    result = 100;
  }
  defer { result *= 2; }
  return a + 1;
}

static int not_named(int a, int b) {
  int sum = a + b;
  defer { sum++; }
  return sum;
}

static int early(int a) {
  defer_result int result = 0;
  if (a < 0)
    return a; /* before the block is deferred */
  defer { result = -result; }
  return a;
}

int main(void) {
  printf("%d\n", add_with_side_effect(2, 3));
  // CHECK:      6
  printf("%d, ", order(4));
  printf("seen %d\n", seen);
  // CHECK-NEXT: 100, seen 10
  printf("%d\n", not_named(2, 3));
  // CHECK-NEXT: 5
  printf("%d %d\n", early(7), early(-7));
  // CHECK-NEXT: -7 -7
}
