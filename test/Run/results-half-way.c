/* Rules: D7, P2
 * A return whose expression panics half way; a result in the caller's hands.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

struct pair {
  long a, b;
};
struct big {
  int a[20];
};

__attribute__((noinline)) static int panics(int n) {
  if (n)
    defer_panicf("half way");
  return 9;
}
__attribute__((noinline)) static struct big panics_big(int n) {
  struct big b = {{8, 8, 8}};
  b.a[1] += panics(n);
  return b;
}

/* The value of the last return that had begun to be one: none. */
static int named(int n) {
  defer_result int r = 3;
  defer { defer_recover(); }
  return panics(n) * 2;
}
// CHECK: named(1): = 3
// CHECK-NEXT: named(0): = 18

static int unnamed(int n) {
  defer { defer_recover(); }
  return 5 + panics(n);
}
// CHECK-NEXT: unnamed(1): = 0
// CHECK-NEXT: unnamed(0): = 14

static struct pair pair_named(int n) {
  defer_result struct pair r = {1, 2};
  defer { defer_recover(); }
  return (struct pair){100, panics(n)};
}
static struct pair pair_unnamed(int n) {
  defer { defer_recover(); }
  return (struct pair){100, panics(n)};
}
static struct big big_named(int n) {
  defer_result struct big r = {{1, 2, 3}};
  defer { defer_recover(); }
  return (struct big){{100, panics(n), 300}};
}
static struct big big_unnamed(int n) {
  defer { defer_recover(); }
  return (struct big){{100, panics(n), 300}};
}
static struct big big_call(int n) {
  defer_result struct big r = {{1, 2, 3}};
  defer { defer_recover(); }
  return panics_big(n);
}
static struct big big_choice(int n) {
  defer_result struct big r = {{1, 2, 3}};
  defer { defer_recover(); }
  return n ? panics_big(n) : r;
}
static struct big big_statement(int n) {
  defer_result struct big r = {{1, 2, 3}};
  defer { defer_recover(); }
  return ({
    struct big b = {{50}};
    b.a[1] = panics(n);
    b;
  });
}
static float _Complex complex_(int n) {
  defer_result float _Complex r = 7;
  defer { defer_recover(); }
  return 1.0f + (float)panics(n) * 1.0if;
}

/* The value of a `return` that had begun is kept when a deferred call panics. */
static int begun(int n) {
  defer { defer_recover(); }
  defer panics(n);
  return 42;
}
static struct big big_begun(int n) {
  defer { defer_recover(); }
  defer panics(n);
  return (struct big){{42, 43}};
}
static int begun_named(int n) {
  defer_result int r = 1;
  defer { r++; }
  defer { defer_recover(); }
  defer panics(n);
  defer { r += 100; }
  return 42;
}
/* Two returns begin: the last one that was complete counts. */
static int begun_twice(int n) {
  defer { defer_recover(); }
  for (int i = 0; i < 2; i++)
    if (i == n)
      return ({
        if (i)
          return 7;
        8;
      });
  return 9 + panics(1);
}

/* The caller's variable is not touched by a call that panics through. */
static struct big through(int n) {
  defer note(1);
  struct big b = {{n, n}};
  if (n > 1)
    defer_panicf("through");
  return b;
}
static int keeps(int n) {
  defer_result int sum = 0;
  struct big mine = {{5, 5}};
  defer {
    defer_recover();
    sum = mine.a[0] + mine.a[1];
  }
  mine = through(n);
  mine = through(n + 1);
  return 0;
}

/* The result's place and what the function reads may be the same. */
static struct big global = {{1, 2, 3}};
static struct big from_global(void) {
  defer_result struct big r;
  defer { r.a[3] = global.a[0]; }
  r.a[0] = 50;
  r.a[1] = global.a[0];
  return (struct big){{r.a[0], r.a[1], global.a[1]}};
}
static struct big swapped(struct big *p) {
  defer_result struct big r = *p;
  defer note(p->a[1]);
  r.a[0] = p->a[1];
  r.a[1] = p->a[0];
  return r;
}

static void print(struct big b) {
  printf("%d %d %d %d", b.a[0], b.a[1], b.a[2], b.a[3]);
}
#define TRY_BIG(Call) printf("%s: ", #Call), print(Call), printf("\n")

int main(void) {
  TRY_INT(named(1));
  TRY_INT(named(0));
  TRY_INT(unnamed(1));
  TRY_INT(unnamed(0));
  TRY_INT((int)(pair_named(1).a + pair_named(1).b));
  TRY_INT((int)(pair_named(0).a + pair_named(0).b));
  TRY_INT((int)(pair_unnamed(1).a + pair_unnamed(1).b));
  TRY_INT((int)(pair_unnamed(0).a + pair_unnamed(0).b));
  // CHECK-NEXT: {{.*}}: = 3
  // CHECK-NEXT: {{.*}}: = 109
  // CHECK-NEXT: {{.*}}: = 0
  // CHECK-NEXT: {{.*}}: = 109
  TRY_BIG(big_named(1));
  TRY_BIG(big_named(0));
  TRY_BIG(big_unnamed(1));
  TRY_BIG(big_unnamed(0));
  TRY_BIG(big_call(1));
  TRY_BIG(big_call(0));
  TRY_BIG(big_choice(1));
  TRY_BIG(big_choice(0));
  TRY_BIG(big_statement(1));
  TRY_BIG(big_statement(0));
  // CHECK-NEXT: big_named(1): 1 2 3 0
  // CHECK-NEXT: big_named(0): 100 9 300 0
  // CHECK-NEXT: big_unnamed(1): 0 0 0 0
  // CHECK-NEXT: big_unnamed(0): 100 9 300 0
  // CHECK-NEXT: big_call(1): 1 2 3 0
  // CHECK-NEXT: big_call(0): 8 17 8 0
  // CHECK-NEXT: big_choice(1): 1 2 3 0
  // CHECK-NEXT: big_choice(0): 1 2 3 0
  // CHECK-NEXT: big_statement(1): 1 2 3 0
  // CHECK-NEXT: big_statement(0): 50 9 0 0
  TRY_INT((int)(__real__ complex_(1) * 10 + __imag__ complex_(1)));
  TRY_INT((int)(__real__ complex_(0) * 10 + __imag__ complex_(0)));
  // CHECK-NEXT: {{.*}}: = 70
  // CHECK-NEXT: {{.*}}: = 19
  TRY_INT(begun(0));
  TRY_INT(begun(1));
  // CHECK-NEXT: begun(0): = 42
  // CHECK-NEXT: begun(1): = 42
  TRY_BIG(big_begun(1));
  // CHECK-NEXT: big_begun(1): 42 43 0 0
  TRY_INT(begun_named(0));
  TRY_INT(begun_named(1));
  // CHECK-NEXT: begun_named(0): = 143
  // CHECK-NEXT: begun_named(1): = 143
  TRY_INT(begun_twice(0));
  TRY_INT(begun_twice(1));
  TRY_INT(begun_twice(2));
  // CHECK-NEXT: begun_twice(0): = 8
  // CHECK-NEXT: begun_twice(1): = 7
  // CHECK-NEXT: begun_twice(2): = 0
  TRY_INT(keeps(0));
  TRY_INT(keeps(1));
  TRY_INT(keeps(2));
  // CHECK-NEXT: keeps(0): 1 1 = 2
  // CHECK-NEXT: keeps(1): 1 1 = 2
  // CHECK-NEXT: keeps(2): 1 = 10
  global = from_global();
  print(global), printf("\n");
  // CHECK-NEXT: 50 1 2 1
  global = swapped(&global);
  print(global), printf("\n");
  // CHECK-NEXT: 1 1 50 2 1
}
// CHECK-NOT: {{.}}
