/* Rules: D1, D4, D13
 * Attributes and pragmas on statements and functions.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static int plus(int n) { return n + 1; }

static void statements(int n) {
#pragma clang loop unroll(full)
  for (int i = 0; i < 3; i++)
    defer note(i);
#pragma unroll 2
  for (int i = 0; i < n; i++) {
    int v = i;
    defer { note(v + 10); }
  }
  __attribute__((nomerge)) note(plus(n));
  switch (n) {
  case 2:
    defer note(20);
    __attribute__((fallthrough));
  default:
    defer note(21);
  }
  __attribute__((unused)) out:
  defer note(30);
}
// CHECK: statements(2): 3 30 21 20 11 10 2 1 0

__attribute__((optnone, noinline)) static void not_optimized(int n) {
  for (int i = 0; i < n; i++)
    defer note(i);
  defer { note(plus(n)); }
}
__attribute__((minsize)) static void small(int n) {
  for (int i = 0; i < n; i++)
    defer note(i);
  defer { note(plus(n)); }
}
__attribute__((flatten)) static void flat(int n) {
  not_optimized(n);
  small(n);
  defer small(n);
}
__attribute__((cold)) static void cold(int n) { defer note(n); }
__attribute__((hot)) static void hot(int n) { defer cold(n); }
// CHECK-NEXT: flat(2): 3 1 0 3 1 0 3 1 0
// CHECK-NEXT: hot(5): 5

#if defined(__x86_64__)
__attribute__((target("avx2,bmi2"))) static int targeted(int n) {
  typedef float v8sf __attribute__((vector_size(32)));
  defer_result int r = 0;
  v8sf v = {(float)n, 2};
  defer { r += (int)(v[0] + v[1] + v[7]); }
  for (int i = 0; i < 2; i++) {
    v8sf w = v * (float)i;
    defer { v += w; }
  }
  v[7] = 1;
  return __builtin_popcount((unsigned)n);
}
static int has_avx2(int n) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")
             ? targeted(n)
             : 13;
}
#else
static int has_avx2(int n) { return n ? 13 : 0; }
#endif
// CHECK-NEXT: has_avx2(3): = 13

__attribute__((pure)) static int is_pure(int n) {
  defer_result int r = n;
  for (int i = 0; i < 3; i++)
    defer { r += i; }
  return n * 2;
}
// CHECK-NEXT: is_pure(5): = 19

#pragma STDC FP_CONTRACT OFF
static double contract(double a, double b, double c) {
  defer_result double r = 0;
  defer {
#pragma STDC FP_CONTRACT OFF
    r += a * b + c;
  }
  return 1;
}
// CHECK-NEXT: (int)contract(2, 3, 4): = 11

int main(void) {
  TRY(statements(2));
  TRY(flat(2));
  TRY(hot(5));
  TRY_INT(has_avx2(3));
  TRY_INT(is_pure(5));
  TRY_INT((int)contract(2, 3, 4));
}
// CHECK-NOT: {{.}}
