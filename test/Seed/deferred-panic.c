// Rules: P5, P4
// A deferred call that panics: the panic propagates and is not swallowed, the
// remaining deferred calls run, and a deferred function may recover it.
//
// RUN: %run-matrix %s -Wall -Wextra -Werror | %filecheck --match-full-lines %s

#include <defer.h>
#include <stdio.h>

static void fail(const char *message) { defer_panicf("%s", message); }

static void report(const char *who) {
  const defer_panic_info *panic = defer_recover();
  printf("%s: %s\n", who, panic ? panic->message : "nothing");
}

/* On a normal return. */
static void returning(void) {
  defer puts("remaining");
  defer fail("deferred");
  puts("body");
}
static void catch_returning(void) {
  defer report("caller");
  returning();
  puts("not reached");
}

/* While another panic runs: the new one takes over. */
static void panicking(void) {
  defer report("same function");
  defer puts("remaining");
  defer fail("second");
  defer_panicf("first");
}

/* Recovered by a later one of the same function, which returns normally. */
static int same_function(void) {
  defer_result int result = 1;
  defer {
    if (defer_recover())
      result = 2;
  }
  defer fail("deferred");
  return 0;
}

int main(void) {
  catch_returning();
  // CHECK:      body
  // CHECK-NEXT: remaining
  // CHECK-NEXT: caller: deferred
  panicking();
  // CHECK-NEXT: remaining
  // CHECK-NEXT: same function: second
  printf("%d\n", same_function());
  // CHECK-NEXT: 2
  // CHECK-NOT:  not reached
}
