/* Rules: D3, D6, P1
 * A defer where nothing goes, a function without an exit.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void after_return(void) {
  defer note(1);
  return;
  defer note(2);
  for (int i = 0; i < 3; i++)
    defer note(3);
}
// CHECK: after_return(): 1

static void never(void) {
  if (0)
    defer note(1);
  while (0)
    defer note(2);
  for (;0;)
    defer note(3);
  goto end;
  defer note(4);
end:
  note(5);
}
// CHECK-NEXT: never(): 5

static int only_dead(void) {
  return 3;
  defer note(1);
}
// CHECK-NEXT: only_dead(): = 3

static void always_panics(void) {
  defer note(1);
  defer note(2);
  defer_panicf("always");
}
static int no_return_at_all(int n) {
  defer note(1);
  for (int i = 0;; i++) {
    defer note(10 + i);
    if (i == n)
      defer_panicf("enough");
  }
}
static void panics_twice_over(void) {
  defer defer_panicf("third");
  defer defer_panicf("second");
  defer_panicf("first");
}
static int guarded(int which) {
  defer {
    const defer_panic_info *p = defer_recover();
    word(p ? p->message : "none");
  }
  if (which == 0)
    always_panics();
  else if (which == 1)
    no_return_at_all(2);
  else
    panics_twice_over();
  return 1;
}
// CHECK-NEXT: guarded(0): 2 1 always = 0
// CHECK-NEXT: guarded(1): 12 11 10 1 enough = 0
// CHECK-NEXT: guarded(2): third = 0

/* Recovered in a function that has no other end. */
static int recovers_itself(void) {
  defer_result int r = 4;
  defer {
    if (defer_recover())
      r++;
  }
  defer_panicf("x");
}
// CHECK-NEXT: recovers_itself(): = 5

static void endless_but_recovered(void) {
  int n = 0;
  defer { note(n); }
  defer defer_recover();
  defer { defer_recover(); }
  for (;;) {
    if (++n == 5)
      defer_panicf("out");
    defer note(n * 10);
  }
}
// CHECK-NEXT: endless_but_recovered(): 40 30 20 10 5

/* exit() in the middle: the code after it is dead, and compiled. */
static void exits(int now) {
  defer note(1);
  if (now) {
    exit(0);
    defer note(2);
  }
  defer note(3);
}
// CHECK-NEXT: exits(0): 3 1
// CHECK-NEXT: last:

int main(void) {
  TRY(after_return());
  TRY(never());
  TRY_INT(only_dead());
  TRY_INT(guarded(0));
  TRY_INT(guarded(1));
  TRY_INT(guarded(2));
  TRY_INT(recovers_itself());
  TRY(endless_but_recovered());
  TRY(exits(0));
  printf("last:\n");
  exits(1);
}
// CHECK-NOT: {{.}}
