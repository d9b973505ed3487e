// Rules: D1, D2
// Three deferred calls: after the body, the third one first.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void three(void) {
  defer puts("first");
  defer puts("second");
  defer puts("third");
  puts("body");
}

int main(void) {
  three();
  puts("main");
}

// CHECK:      body
// CHECK-NEXT: third
// CHECK-NEXT: second
// CHECK-NEXT: first
// CHECK-NEXT: main
// CHECK-NOT:  {{.}}
