// Rules: D5
// A deferred block is a closure over the variables: it sees what they are when it
// runs, and may change them.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void current(void) {
  int x = 1;
  defer { printf("x is %d\n", x); }
  x = 2;
}

static void parameter(int x) {
  defer { printf("parameter is %d\n", x); }
  x++;
}

static void between_blocks(void) {
  int x = 1;
  defer { printf("then %d\n", x); }
  defer {
    printf("first %d\n", x);
    x *= 10;
  }
  x++;
}

static void call_in_block(void) {
  int x = 1;
  /* The block waits; the call in it is an ordinary one. */
  defer({ printf("in the expression %d\n", x); });
  /* The call does not. */
  defer printf("in the call %d\n", x);
  x = 3;
}

int main(void) {
  current();
  // CHECK:      x is 2
  parameter(7);
  // CHECK-NEXT: parameter is 8
  between_blocks();
  // CHECK-NEXT: first 2
  // CHECK-NEXT: then 20
  call_in_block();
  // CHECK-NEXT: in the call 1
  // CHECK-NEXT: in the expression 3
  // CHECK-NOT:  {{.}}
}
