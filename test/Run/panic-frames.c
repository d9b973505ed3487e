/* Rules: P1, P2, P4
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* Up the stack, each frame's before that frame is gone. */
static void deep(int n, int *outer) {
  int mine = n * 10;
  defer {
    note(mine);
    note(*outer);
  }
  mine++;
  if (n == 0)
    defer_panicf("deep");
  deep(n - 1, &mine);
  word("not reached");
}
static void up(int n) {
  int mine = 1000;
  defer {
    const defer_panic_info *p = defer_recover();
    word(p->message);
    note(mine);
  }
  defer note(1);
  deep(n, &mine);
  word("not reached");
}
// CHECK: up(0): 1 1000 1 deep 1000
// CHECK-NEXT: up(3): 1 11 11 21 21 31 31 1000 1 deep 1000

/* Frames that defer nothing are passed. */
static int plain(int n) { return n ? plain(n - 1) + 1 : (defer_panicf("p"), 0); }
static void passes(void) {
  defer { word(defer_recover()->message); }
  note(plain(5));
}
// CHECK-NEXT: passes(): p

/* Recovered in the middle: the caller goes on. */
static int middle(int n) {
  defer_result int r = 1;
  defer note(2);
  defer {
    if (defer_recover())
      r = 5;
  }
  defer note(3);
  if (n)
    defer_panicf("x");
  return 7;
}
static int outer(int n) {
  defer note(4);
  int a = middle(n);
  note(a);
  int b = middle(!n);
  note(b);
  return a * 10 + b;
}
// CHECK-NEXT: outer(1): 3 2 5 3 2 7 4 = 57
// CHECK-NEXT: outer(0): 3 2 7 3 2 5 4 = 75

/* Many panics, one after the other, also in a loop of the frame that recovers. */
static int one(int n) {
  defer_result int r = n;
  defer {
    if (defer_recover())
      r = -n;
  }
  for (int i = 0; i < n % 3; i++)
    defer id(i);
  if (n % 2)
    defer_panicf("%d", n);
  return n;
}
static long many(void) {
  long sum = 0;
  for (int i = 0; i < 10000; i++)
    sum += one(i);
  return sum;
}
// CHECK-NEXT: (int)many(): = -5000

/* A thousand frames, and records in each. */
static void tower(int n, long *ran) {
  for (int i = 0; i < 3; i++)
    defer { (*ran)++; }
  if (n == 0)
    defer_panic(NULL);
  tower(n - 1, ran);
}
static int from_tower(int n) {
  long ran = 0;
  defer_result int r = 0;
  defer {
    defer_recover();
    r = (int)ran;
  }
  tower(n, &ran);
  return -1;
}
// CHECK-NEXT: from_tower(1000): = 3003

/* Variables that live in registers have their values of the time of the call. */
__attribute__((noinline)) static void maybe(int n) {
  if (n == 7)
    defer_panicf("seven");
}
static int registers(int n) {
  defer_result int r = 0;
  int a = 1, b = 2;
  double c = 0.5;
  defer {
    defer_recover();
    r = a * 100 + b * 10 + (int)(c * 2);
  }
  for (int i = 0; i < n; i++) {
    a = i;
    maybe(i);
    b = i;
    c += 1;
  }
  a = b = 0;
  maybe(7);
  return 0;
}
// CHECK-NEXT: registers(10): = 775
// CHECK-NEXT: registers(3): = 7

/* By a call through a pointer, and by one whose result is used. */
static int by_pointer(int (*f)(int)) {
  defer { defer_recover(); }
  defer note(1);
  int n = f(3) + 2;
  note(n);
  return n;
}
// CHECK-NEXT: by_pointer(plain): 1 = 0
// CHECK-NEXT: by_pointer(middle): 3 2 7 1 = 7

int main(void) {
  TRY(up(0));
  TRY(up(3));
  TRY(passes());
  TRY_INT(outer(1));
  TRY_INT(outer(0));
  TRY_INT((int)many());
  TRY_INT(from_tower(1000));
  TRY_INT(registers(10));
  TRY_INT(registers(3));
  TRY_INT(by_pointer(plain));
  TRY_INT(by_pointer(middle));
}
// CHECK-NOT: {{.}}
