/* Rules: D1, D3, P1, P2, P3
 * Functions that defer, inlined into others, also into loops.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#define INLINE static inline __attribute__((always_inline))

INLINE void leaf(int n) {
  defer note(n);
  note(n * 10);
}
static void in_loop(int n) {
  defer note(99);
  for (int i = 1; i <= n; i++)
    leaf(i);
}
// CHECK: in_loop(3): 10 1 20 2 30 3 99

INLINE int result(int n) {
  defer_result int r = 0;
  defer { r += 1; }
  for (int i = 0; i < n; i++)
    defer { r *= 2; }
  return n;
}
static int sums(void) {
  int s = 0;
  for (int i = 0; i < 4; i++)
    s += result(i);
  return s + result(2);
}
// CHECK-NEXT: sums(): = 47

INLINE void deferred_inline(void) {
  const defer_panic_info *p = defer_recover();
  word(p ? p->message : "-");
}
INLINE void helper_inline(void) { deferred_inline(); }
INLINE void panics_inline(int n) {
  if (n)
    defer_panicf("P%d", n);
}
static void recovers(int n) {
  defer deferred_inline();
  panics_inline(n);
}
static void too_deep(int n) {
  defer { word(defer_recover() ? "went on" : "-"); }
  defer helper_inline();
  panics_inline(n);
}
static void calls_itself(int n) {
  defer deferred_inline();
  deferred_inline();
  panics_inline(n);
  deferred_inline();
}
// CHECK-NEXT: recovers(0): -
// CHECK-NEXT: recovers(1): P1
// CHECK-NEXT: too_deep(0): - -
// CHECK-NEXT: too_deep(2): - went on
// CHECK-NEXT: calls_itself(0): - - -
// CHECK-NEXT: calls_itself(3): - P3

/* Each level of an inlined chain is a frame. */
INLINE void a(int n) {
  defer note(1);
  panics_inline(n == 1);
}
INLINE void b(int n) {
  defer note(2);
  defer { word(n == 3 && defer_recover() ? "b" : "."); }
  a(n == 1 || n == 3);
  panics_inline(n == 2);
}
INLINE int c(int n) {
  defer_result int r = n;
  defer {
    if (defer_recover())
      r = 100 + n;
  }
  b(n);
  return n;
}
static int chain(int n) { return c(n) + c(0); }
// CHECK-NEXT: chain(0): 1 . 2 1 . 2 = 0
// CHECK-NEXT: chain(1): 1 . 2 1 . 2 = 101
// CHECK-NEXT: chain(2): 1 . 2 1 . 2 = 102
// CHECK-NEXT: chain(3): 1 b 2 1 . 2 = 3

/* Tail position: the frame is still there when the call runs. */
static void callee(const int *p) { note(*p); }
static void tail(int n) {
  int mine = n;
  defer callee(&mine);
  mine++;
  return callee(&mine);
}
static void tail_plain(int n) {
  defer note(n);
  tail(n + 1);
}
// CHECK-NEXT: tail_plain(1): 3 3 1

/* Recursion, direct and by another. */
static int odd(int n);
static int even(int n) {
  defer note(n);
  return n == 0 ? 1 : odd(n - 1);
}
static int odd(int n) {
  for (int i = 0; i < 2; i++)
    defer note(10 * n + i);
  return n == 0 ? 0 : even(n - 1);
}
// CHECK-NEXT: even(3): 1 0 1 21 20 3 = 0

static int deep(int n) {
  int mine = n;
  defer_result int r = 0;
  defer { r += mine; }
  return n ? deep(n - 1) : 0;
}
// CHECK-NEXT: deep(1000): = 500500

int main(void) {
  TRY(in_loop(3));
  TRY_INT(sums());
  TRY(recovers(0));
  TRY(recovers(1));
  TRY(too_deep(0));
  TRY(too_deep(2));
  TRY(calls_itself(0));
  TRY(calls_itself(3));
  TRY_INT(chain(0));
  TRY_INT(chain(1));
  TRY_INT(chain(2));
  TRY_INT(chain(3));
  TRY(tail_plain(1));
  TRY_INT(even(3));
  TRY_INT(deep(1000));
}
// CHECK-NOT: {{.}}
