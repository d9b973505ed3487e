// Rules: D5
// Closures capture variables, not values: a loop's own variable is one for all its
// iterations, one declared in its body is new in each.
//
// RUN: %run-matrix %s -Wall -Wextra | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void loop_variable(void) {
  defer puts("loop");
  for (int i = 0; i < 3; i++)
    defer { printf("%d ", i); }
}

static void outer_variable(void) {
  defer puts("outer");
  int i = 0;
  while (i < 3) {
    defer { printf("%d ", i); }
    i++;
  }
}

static void body_variable(void) {
  defer puts("body");
  for (int i = 0; i < 3; i++) {
    int copy = i;
    defer { printf("%d ", copy); }
    copy += 10;
  }
}

int main(void) {
  loop_variable();
  // CHECK:      3 3 3 loop
  outer_variable();
  // CHECK-NEXT: 3 3 3 outer
  body_variable();
  // CHECK-NEXT: 12 11 10 body
}
