// Rules: P3, P6
// Only a deferred function can catch a panic: recover returns NULL elsewhere, and
// the panic goes on.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s
// EXIT: 134

#include <defer.h>
#include <stdio.h>

static void ask(const char *who) {
  printf("%s: %s\n", who, defer_recover() ? "recovered" : "nothing");
}

static void helper(void) { ask("a helper, one level too deep"); }

static void body(void) {
  ask("before the panic");
  defer { helper(); }
  defer_panicf("goes on");
}

int main(void) {
  ask("main");
  // CHECK:      main: nothing
  defer puts("main's deferred call");
  body();
  puts("not reached");
  // CHECK-NEXT: before the panic: nothing
  // CHECK-NEXT: a helper, one level too deep: nothing
  // CHECK-NEXT: main's deferred call
  // CHECK-NEXT: panic: goes on
  // CHECK-NOT:  not reached
}
