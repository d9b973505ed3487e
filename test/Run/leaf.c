/* P1, P2, P4, P5: functions that call nothing unless they panic: what raises the panic is
 * in another frame then, which lands, and returns for them.
 *
 * RUN: %run-matrix %s | %filecheck %s
 */
#include "Inputs/note.h"

#include <stdint.h>

static long depth, table[8] = {10, 11, 12, 13, 14, 15, 16, 17};
#define LEAF __attribute__((noinline)) static

LEAF long one(long i) {
  depth++;
  defer { depth--; }
  if (i < 0)
    defer_panicf("one %ld", i);
  return table[i & 7];
}

/* What it returns is an argument, and a deferred block makes it another one. */
LEAF signed char named(int unused, signed char start, double x) {
  (void)unused;
  defer_result signed char r = start;
  depth++;
  defer {
    depth--;
    if (defer_recover())
      r = (signed char)(r - (int)x);
  }
  if (x > 8)
    defer_panicf("named %g", x);
  if (start > 100)
    defer_panicf("named %d", start);
  return 1;
}

/* More than one way to the panic, and of what it says. */
LEAF int ways(int a, int b) {
  int why = 0;
  defer { depth += defer_recover() ? 100 : 1; }
  if (a == 1) {
    why = 1;
    goto fails;
  }
  if (b == 2) {
    why = 2;
    goto fails;
  }
  return a + b;
fails:
  defer_panic((void *)(intptr_t)why);
}

LEAF void nothing(const int *p, float f, unsigned char c) {
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      printf("[%s] ", info->message);
  }
  if (!p)
    defer_panicf("%g %c", f, c);
  depth += *p;
}

/* In memory, and with more parameters than registers. */
struct large {
  long a[5];
};
LEAF struct large large(long a, long b, long c, long d, long e, long f) {
  defer_result struct large r = {{a, b, c, d, e}};
  defer {
    if (defer_recover())
      r.a[1] = 100;
  }
  if (f < 0)
    defer_panicf("large");
  return (struct large){{f}};
}
LEAF long many(long a, long b, long c, long d, long e, long f, long g, long h) {
  defer_result long r = a + b;
  defer {
    if (defer_recover())
      r += g;
  }
  if (h < 0)
    defer_panicf("%ld", c + d + e + f + g + h);
  return h;
}

/* The last call panics as well. */
LEAF int again(int i) {
  defer_result int r = 1;
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      printf("[%s] ", info->message), r++;
  }
  defer {
    if (i < 0)
      defer_panicf("second %d", i);
  }
  if (i < 0)
    defer_panicf("first %d", i);
  return 7;
}

/* A variable that is known elsewhere must be there when the deferred block runs. */
static volatile long *known;
LEAF long escapes(long i) {
  defer_result long r = 0;
  volatile long local = 5;
  known = &local;
  defer {
    if (defer_recover())
      *known += 4;
    r = *known;
  }
  if (i < 0)
    defer_panicf("escapes");
  return 0;
}

/* A call alone, that nothing here recovers from, stays where it is, without a place to go
 * on at; blocks that panic themselves run there, too. */
__attribute__((noinline, noreturn)) static void fails(long i) {
  defer_panicf("fails %ld", i);
}
LEAF long alone(long i) {
  depth++;
  defer { depth--; }
  if (i < 0)
    fails(i);
  return table[i & 7];
}
LEAF long alone_again(long i, long j) {
  depth++;
  defer { depth--; }
  defer {
    if (i == -2 || j == -2)
      defer_panicf("block %ld %ld", i, j);
  }
  if (j < 0)
    fails(j);
  if (i < 0)
    fails(i);
  return table[(i + j) & 7];
}
static void tries_alone(long i, long j) {
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      printf("[%s in %s] ", info->message, info->function);
  }
  printf("%ld ", alone_again(i, j) + alone(i));
}

static void tries_one(long i) {
  defer {
    const defer_panic_info *info = defer_recover();
    if (info)
      printf("[%s in %s] ", info->message, info->function);
  }
  printf("%ld ", one(i));
}

int main(void) {
  /* CHECK: tries_one(id(3)): 13 {{$}}
   * CHECK-NEXT: tries_one(id(-3)): [one -3 in one] {{$}}
   * CHECK-NEXT: depth 0
   */
  TRY(tries_one(id(3)));
  TRY(tries_one(id(-3)));
  printf("depth %ld\n", depth);

  /* CHECK-NEXT: named(0, (signed char)id(-128), 1): = 1
   * CHECK-NEXT: named(0, (signed char)id(-100), 9): = -109
   * CHECK-NEXT: named(0, (signed char)id(101), 2): = 99
   * CHECK-NEXT: depth 0
   */
  TRY_INT(named(0, (signed char)id(-128), 1));
  TRY_INT(named(0, (signed char)id(-100), 9));
  TRY_INT(named(0, (signed char)id(101), 2));
  printf("depth %ld\n", depth);

  /* CHECK-NEXT: ways(id(5), 6): = 11
   * CHECK-NEXT: ways(id(1), 6): = 0
   * CHECK-NEXT: ways(id(5), 2): = 0
   * CHECK-NEXT: depth 201
   */
  TRY_INT(ways(id(5), 6));
  TRY_INT(ways(id(1), 6));
  TRY_INT(ways(id(5), 2));
  printf("depth %ld\n", depth);

  /* CHECK-NEXT: nothing(id(0) ? &n : NULL, 1.5f, 'x'): [1.5 x] {{$}}
   */
  int n = id(1);
  TRY(nothing(id(0) ? &n : NULL, 1.5f, 'x'));
  nothing(&n, 1, 'y');

  /* CHECK-NEXT: 9 0 0
   * CHECK-NEXT: 1 100 5
   * CHECK-NEXT: 8 10
   */
  struct large l = large(1, 2, 3, 4, 5, id(9));
  printf("%ld %ld %ld\n", l.a[0], l.a[1], l.a[4]);
  l = large(1, 2, 3, 4, 5, id(-9));
  printf("%ld %ld %ld\n", l.a[0], l.a[1], l.a[4]);
  printf("%ld %ld\n", many(1, 2, 3, 4, 5, 6, 7, id(8)),
         many(1, 2, 3, 4, 5, 6, 7, id(-8)));

  /* CHECK-NEXT: again(id(1)): = 7
   * CHECK-NEXT: again(id(-1)): [second -1] = 2
   */
  TRY_INT(again(id(1)));
  TRY_INT(again(id(-1)));

  /* CHECK-NEXT: 5 9
   */
  printf("%ld %ld\n", escapes(id(1)), escapes(id(-1)));

  /* CHECK-NEXT: tries_alone(id(3), 0): 26 {{$}}
   * CHECK-NEXT: tries_alone(id(-3), 0): [fails -3 in fails] {{$}}
   * CHECK-NEXT: tries_alone(id(-2), 0): [block -2 0 in {{alone_again.*}}] {{$}}
   * CHECK-NEXT: tries_alone(id(1), -5): [fails -5 in fails] {{$}}
   * CHECK-NEXT: tries_alone(id(1), -2): [block 1 -2 in {{alone_again.*}}] {{$}}
   * CHECK-NEXT: depth 202
   */
  TRY(tries_alone(id(3), 0));
  TRY(tries_alone(id(-3), 0));
  TRY(tries_alone(id(-2), 0));
  TRY(tries_alone(id(1), -5));
  TRY(tries_alone(id(1), -2));
  printf("depth %ld\n", depth);
  return 0;
}
