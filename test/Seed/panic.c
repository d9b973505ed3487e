// Rules: P1, D2, D3
// A panic runs the deferred calls of each function on its way, of the innermost
// first, of each in reverse order, and nothing else of them.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static int armed = 1;

static void inner(void) {
  defer puts("inner 1");
  defer puts("inner 2");
  if (armed)
    defer_panicf("deep");
  defer puts("inner: never deferred");
  puts("inner: after");
}

static void loop(void) {
  for (int i = 0; i < 3; i++)
    defer printf("loop %d\n", i);
  inner();
  puts("loop: after");
}

static void no_defer(void) {
  loop();
  puts("no_defer: after");
}

static void middle(void) {
  int x = 1;
  defer printf("middle, frozen %d\n", x);
  defer { printf("middle, current %d\n", x); }
  x = 2;
  no_defer();
  puts("middle: after");
}

static void outer(void) {
  defer puts("outer, the last");
  defer {
    const defer_panic_info *panic = defer_recover();
    printf("outer recovered: %s\n", panic ? panic->message : "nothing");
  }
  middle();
  puts("outer: after");
}

int main(void) {
  outer();
  puts("main goes on");
}

// CHECK:      inner 2
// CHECK-NEXT: inner 1
// CHECK-NEXT: loop 2
// CHECK-NEXT: loop 1
// CHECK-NEXT: loop 0
// CHECK-NEXT: middle, current 2
// CHECK-NEXT: middle, frozen 1
// CHECK-NEXT: outer recovered: deep
// CHECK-NEXT: outer, the last
// CHECK-NEXT: main goes on
// CHECK-NOT:  {{.}}
