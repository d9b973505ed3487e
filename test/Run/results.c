/* Rules: D7
 * Named results of all types: stored to, changed by deferred code, returned.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <complex.h>
#include <stdbool.h>

struct s1 {
  char c;
};
struct s8 {
  int a, b;
};
struct s16 {
  long a;
  double b;
};
struct sf {
  float x, y, z;
};
struct s24 {
  long a, b, c;
};
struct big {
  int a[100];
};
struct ld {
  long double l;
};
union u {
  int i;
  float f;
};
struct empty {};
typedef int v4si __attribute__((vector_size(16)));
typedef float v2sf __attribute__((vector_size(8)));
typedef long v8di __attribute__((vector_size(64)));
typedef const char *string;
static const char text[] = "abc";
enum e { e0, e1, e2 };

/* Returned plainly; changed by a block; by a call that was given the address;
 * returned from a panic; kept when what computes the next one panics; not set at
 * all. */
#define TYPE(Name, T, Value, Change)                                           \
  static void change_##Name(T *r) { Change; }                                  \
  static T block_##Name(int n) {                                               \
    defer_result T result;                                                     \
    defer {                                                                    \
      T *r = &result;                                                          \
      Change;                                                                  \
    }                                                                          \
    if (n)                                                                     \
      return (Value);                                                          \
    result = (Value);                                                          \
    return result;                                                             \
  }                                                                            \
  static T call_##Name(int n) {                                                \
    defer_result T result;                                                     \
    for (int i = 0; i < n; i++)                                                \
      defer change_##Name(&result);                                            \
    return (Value);                                                            \
  }                                                                            \
  static T panics_##Name(int n) {                                              \
    defer_result T result = (Value);                                           \
    defer {                                                                    \
      if (defer_recover())                                                     \
        change_##Name(&result);                                                \
    }                                                                          \
    if (n)                                                                     \
      defer_panicf("x");                                                       \
    return result;                                                             \
  }                                                                            \
  static T unset_##Name(void) {                                                \
    defer_result T result;                                                     \
    defer { defer_recover(); }                                                 \
    defer_panicf("x");                                                         \
  }                                                                            \
  __attribute__((noinline)) static T next_##Name(T value, int panics) {        \
    if (panics)                                                                \
      defer_panicf("x");                                                       \
    change_##Name(&value);                                                     \
    return value;                                                              \
  }                                                                            \
  static T kept_##Name(int n) {                                                \
    defer_result T result = (Value);                                           \
    defer { defer_recover(); }                                                 \
    defer { result = next_##Name(result, n); }                                 \
    return next_##Name(result, 0);                                             \
  }                                                                            \
  static T plain_##Name(int n) { /* no named result */                         \
    T later = (Value);                                                         \
    defer change_##Name(&later);                                               \
    defer {                                                                    \
      T *r = &later;                                                           \
      Change;                                                                  \
    }                                                                          \
    if (n)                                                                     \
      return later;                                                            \
    return (Value);                                                            \
  }                                                                            \
  static void test_##Name(void) {                                              \
    T before = (Value), after = before, last, zero;                            \
    memset(&zero, 0, sizeof zero);                                             \
    change_##Name(&after);                                                     \
    note(SAME(block_##Name(0), after));                                        \
    note(SAME(block_##Name(1), after));                                        \
    note(SAME(call_##Name(0), before));                                        \
    note(SAME(call_##Name(1), after));                                         \
    note(SAME(panics_##Name(0), before));                                      \
    note(SAME(panics_##Name(1), after));                                       \
    last = after;                                                              \
    change_##Name(&last);                                                      \
    note(SAME(kept_##Name(0), last));                                          \
    note(SAME(kept_##Name(1), after));                                         \
    note(SAME(unset_##Name(), zero));                                          \
    note(SAME(plain_##Name(0), before));                                       \
    note(SAME(plain_##Name(1), before));                                       \
  }

#define SAME(A, B) ((A) == (B))
TYPE(bool, bool, false, *r = !*r)
TYPE(char, char, 'a', ++*r)
TYPE(short, short, -5, *r *= 2)
TYPE(int, int, 5, *r += 10)
TYPE(long, long, 1l << 40, *r += 10)
TYPE(int128, __int128, (__int128)1 << 100, *r += 10)
TYPE(bit5, _BitInt(5), 5, *r += 3)
TYPE(bit100, unsigned _BitInt(100), 5, *r <<= 90)
TYPE(float, float, 1.5f, *r += 1)
TYPE(double, double, 2.5, *r += 1)
TYPE(ldouble, long double, 1e4000L, *r *= 2)
TYPE(cfloat, float _Complex, 1 + 2 * I, *r += 1)
TYPE(cdouble, double _Complex, 1 + 2 * I, *r += 1)
TYPE(cldouble, long double _Complex, 1 + 2 * I, *r *= 2)
TYPE(cint, _Complex int, 7, *r += 1)
TYPE(pointer, string, text + zero_, *r = strchr(*r, 'c'))
TYPE(enum, enum e, e1, *r = e2)
#undef SAME
#define SAME(A, B)                                                             \
  ({                                                                           \
    __typeof__(A) a = (A), b = (B);                                            \
    memcmp(&a, &b, sizeof a) == 0;                                             \
  })
TYPE(s1, struct s1, (struct s1){1}, r->c++)
TYPE(s8, struct s8, ((struct s8){1, 2}), r->b++)
TYPE(s16, struct s16, ((struct s16){1, 2.5}), r->b++)
TYPE(sf, struct sf, ((struct sf){1, 2, 3}), r->z++)
TYPE(s24, struct s24, ((struct s24){1, 2, 3}), r->c++)
TYPE(big, struct big, ((struct big){{1, 2, 3}}), r->a[99]++)
TYPE(union, union u, (union u){.f = 2}, r->f *= 2)
TYPE(v4si, v4si, ((v4si){1, 2, 3, 4}), *r += 1)
TYPE(v2sf, v2sf, ((v2sf){1, 2}), *r += 1)

/* What has no comparable bytes of its own. */
static struct ld long_double_inside(void) {
  defer_result struct ld r = {1};
  defer { r.l += 2; }
  return (struct ld){3};
}
static struct empty nothing_inside(void) {
  defer_result struct empty r;
  defer { (void)&r; }
  return r;
}
#if defined(__AVX512F__)
static v8di wide(void) {
  defer_result v8di r = {1};
  defer { r += 1; }
  return (v8di){5};
}
#endif

/* Declared in the middle, after a statement that defers and one that returns. */
static int middle(int n) {
  defer note(1);
  if (n == 0)
    return 10;
  defer_result int r = 5;
  defer { r *= 2; }
  if (n == 1)
    return 20;
  note(r);
  r = 30;
  return r + 1;
}
static int two_returns(int n) {
  defer_result int a = 1;
  defer { a += 1000; }
  switch (n) {
  case 0:
    return 1;
  case 1:
    return a;
  case 2:
    a = 7;
    return a + ({ if (n == 2) return a * 3; 0; });
  }
  a = 9;
  return a;
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wreturn-type"
static int end_of_body(int n) {
  defer_result int r = 1;
  defer { r += n; }
  r = 20;
}
static struct s8 end_of_struct(int n) {
  defer_result struct s8 r;
  if (n)
    r.a = n;
}
#pragma clang diagnostic pop

/* Without any defer the variable is still what is returned. */
static int no_defer(int n) {
  defer_result int r;
  if (n)
    return n;
  return r;
}

/* In terms of itself. */
static int itself(void) {
  defer_result int r = 1;
  defer { r = r * 10; }
  return r + r + 1;
}

static int const_source(const int *p) {
  defer_result int r = *p;
  defer note(r);
  defer { note(r); }
  return 4;
}

int main(void) {
#define RUN_TYPE(Name) printf("%s: ", #Name), test_##Name(), printf("\n")
  RUN_TYPE(bool);
  // CHECK: bool: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(char);
  // CHECK-NEXT: char: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(short);
  // CHECK-NEXT: short: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(int);
  // CHECK-NEXT: int: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(long);
  // CHECK-NEXT: long: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(int128);
  // CHECK-NEXT: int128: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(bit5);
  // CHECK-NEXT: bit5: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(bit100);
  // CHECK-NEXT: bit100: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(float);
  // CHECK-NEXT: float: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(double);
  // CHECK-NEXT: double: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(ldouble);
  // CHECK-NEXT: ldouble: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(cfloat);
  // CHECK-NEXT: cfloat: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(cdouble);
  // CHECK-NEXT: cdouble: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(cldouble);
  // CHECK-NEXT: cldouble: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(cint);
  // CHECK-NEXT: cint: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(pointer);
  // CHECK-NEXT: pointer: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(enum);
  // CHECK-NEXT: enum: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(s1);
  // CHECK-NEXT: s1: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(s8);
  // CHECK-NEXT: s8: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(s16);
  // CHECK-NEXT: s16: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(sf);
  // CHECK-NEXT: sf: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(s24);
  // CHECK-NEXT: s24: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(big);
  // CHECK-NEXT: big: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(union);
  // CHECK-NEXT: union: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(v4si);
  // CHECK-NEXT: v4si: 1 1 1 1 1 1 1 1 1 1 1
  RUN_TYPE(v2sf);
  // CHECK-NEXT: v2sf: 1 1 1 1 1 1 1 1 1 1 1
  nothing_inside();
  printf("%Lg\n", long_double_inside().l);
  // CHECK-NEXT: 5
  TRY_INT(middle(0));
  // CHECK-NEXT: middle(0): 1 = 10
  TRY_INT(middle(1));
  // CHECK-NEXT: middle(1): 1 = 40
  TRY_INT(middle(2));
  // CHECK-NEXT: middle(2): 5 1 = 62
  TRY_INT(two_returns(0));
  // CHECK-NEXT: two_returns(0): = 1001
  TRY_INT(two_returns(1));
  // CHECK-NEXT: two_returns(1): = 1001
  TRY_INT(two_returns(2));
  // CHECK-NEXT: two_returns(2): = 1021
  TRY_INT(two_returns(3));
  // CHECK-NEXT: two_returns(3): = 1009
  TRY_INT(end_of_body(3));
  // CHECK-NEXT: end_of_body(3): = 23
  TRY_INT(end_of_struct(3).a + end_of_struct(4).b);
  // CHECK-NEXT: {{.*}}: = 3
  TRY_INT(no_defer(0));
  // CHECK-NEXT: no_defer(0): = 0
  TRY_INT(no_defer(6));
  // CHECK-NEXT: no_defer(6): = 6
  TRY_INT(itself());
  // CHECK-NEXT: itself(): = 30
  TRY_INT(const_source(&(int){3}));
  // CHECK-NEXT: const_source(&(int){3}): 4 3 = 4
}
// CHECK-NOT: {{.}}
