// Rules: P6, D10
// A panic that nobody recovers: the deferred calls of every frame run, then it is
// reported, and the process aborts.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s
// EXIT: 134

#include <defer.h>
#include <stdio.h>

static void inner(void) {
  defer puts("inner");
  defer_panicf("line %d is malformed", 12);
}

int main(void) {
  defer puts("main");
  inner();
}

// CHECK:      inner
// CHECK-NEXT: main
// CHECK-NEXT: panic: line 12 is malformed
// CHECK-NEXT: raised at {{.*}}not-recovered.c:[[#@LINE-11]] in inner
