/* Rules: D1, D2, D4, D7, D9
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static int add(int a, int b) { return note(a), note(b), a + b; }

/* A statement in an expression is the function's. */
static int in_expression(void) {
  defer note(1);
  int v = ({
    int w = 5;
    defer { note(w); }
    defer note(2);
    w++;
    w;
  }) + 10;
  defer note(v);
  return v + ({ defer note(3); 100; });
}
// CHECK: in_expression(): 3 16 2 6 1 = 116

/* In the arguments of a deferred call: executed before that is deferred. */
static void in_argument(void) {
  defer note(({
    defer note(1);
    note(10);
    2;
  }));
  defer add(({ defer note(3); 4; }), ({ defer note(5); 6; }));
  note(20);
}
// CHECK-NEXT: in_argument(): 10 20 4 6 5 3 2 1

static void in_callee(void) {
  defer ({ defer note(1); note; })(2);
  defer ({ static int n = 5; note(n); });
}
// CHECK-NEXT: in_callee(): 5 2 1

/* In conditions and loops. */
static void in_condition(int n) {
  if (({ defer note(1); n > 1; }))
    defer note(2);
  while (({
    defer note(10 + n);
    n-- > 1;
  }))
    ;
  int x = n ? 0 : ({ defer note(3); 4; });
  n = n || ({ defer note(5); 1; });
  n = n && ({ defer note(6); 1; });
  defer note(x);
}
// CHECK-NEXT: in_condition(1): 4 6 5 3 11 1
// CHECK-NEXT: in_condition(3): 4 6 5 3 11 12 13 2 1

/* A return from the middle of a call's arguments. */
static int returns(int n) {
  defer note(1);
  return add(1, ({
               if (n)
                 return 7;
               defer note(2);
               3;
             }));
}
// CHECK-NEXT: returns(0): 1 3 2 1 = 4
// CHECK-NEXT: returns(1): 1 = 7

/* A panic from the middle of a deferred call's arguments: it was not deferred,
 * what its arguments deferred was. */
static void panics(int n) {
  defer { word(defer_recover() ? "recovered" : "-"); }
  defer add(1, ({
              defer note(2);
              if (n)
                defer_panicf("x");
              3;
            }));
}
// CHECK-NEXT: panics(0): 1 3 2 -
// CHECK-NEXT: panics(1): 2 recovered

/* break and goto out of one. */
static void jumps(int n) {
  for (int i = 0; i < 3; i++) {
    int v = ({
      defer note(i);
      if (i == n)
        break;
      if (i == n - 1)
        goto out;
      i * 10;
    });
    defer note(v);
  }
out:
  defer note(99);
}
// CHECK-NEXT: jumps(0): 99 0
// CHECK-NEXT: jumps(2): 99 1 0 0
// CHECK-NEXT: jumps(9): 99 20 2 10 1 0 0

/* The value of the block's last expression is dropped. */
static void value(void) {
  defer ({ note(1); 5; });
  defer { note(2); 6; }
  defer ({ defer note(3); add(7, 8); });
  defer ({ (struct { int a[20]; }){{1}}; });
}
// CHECK-NEXT: value(): 7 8 3 2 1

int main(void) {
  TRY_INT(in_expression());
  TRY(in_argument());
  TRY(in_callee());
  TRY(in_condition(1));
  TRY(in_condition(3));
  TRY_INT(returns(0));
  TRY_INT(returns(1));
  TRY(panics(0));
  TRY(panics(1));
  TRY(jumps(0));
  TRY(jumps(2));
  TRY(jumps(9));
  TRY(value());
}
// CHECK-NOT: {{.}}
