/* Rules: D4
 * The callee's own calling convention.
 * REQUIRES: x86_64
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <stdarg.h>

struct s3 {
  char c[3];
};
struct s24 {
  long l[3];
};

#define CONVENTION(Name)                                                       \
  __attribute__((Name)) __attribute__((noinline)) static void got_##Name(      \
      int a, double b, struct s3 c, struct s24 d, long e, float f, void *g) {  \
    printf("%g %s ", a + b + c.c[2] + (double)d.l[2] + (double)e + f,          \
           (char *)g);                                                         \
  }                                                                            \
  static void test_##Name(int n) {                                             \
    struct s3 c = {{0, 0, 3}};                                                 \
    struct s24 d = {{0, 0, 4}};                                                \
    char text[] = #Name;                                                       \
    void *p = text;                                                            \
    defer got_##Name(n, n + 0.5, c, d, 5, 6.25f, p);                           \
    __typeof__(&got_##Name) f = got_##Name;                                    \
    for (int i = 0; i < 2; i++)                                                \
      defer f(n + i, n + 0.5, c, d, 5, 6.25f, p);                              \
    n = c.c[2] = 0;                                                            \
    d.l[2] = 0;                                                                \
    p = NULL;                                                                  \
  }
CONVENTION(ms_abi)
CONVENTION(sysv_abi)
CONVENTION(regcall)
CONVENTION(vectorcall)
CONVENTION(preserve_most)
CONVENTION(preserve_all)

__attribute__((ms_abi)) static void ms_variadic(int n, ...) {
  __builtin_ms_va_list list;
  __builtin_ms_va_start(list, n);
  while (n-- > 0)
    note(__builtin_va_arg(list, int));
  __builtin_ms_va_end(list);
}
static void test_variadic(int n) {
  defer ms_variadic(3, n, n + 1, n + 2);
  n = 0;
}

/* The deferring function's own. */
__attribute__((ms_abi)) static int ms(int a, double b, struct s24 c) {
  defer_result int r = 1;
  defer { r += a + (int)b + (int)c.l[1]; }
  defer note(a);
  c.l[1]++;
  return 100;
}
__attribute__((preserve_most)) static void preserves(int n) {
  for (int i = 0; i < n; i++)
    defer note(i);
  defer { defer_recover(); }
  defer_panicf("x");
}

int main(void) {
  // CHECK: test_ms_abi(1): 21.75 ms_abi 20.75 ms_abi 20.75 ms_abi
  TRY(test_ms_abi(1));
  // CHECK-NEXT: test_sysv_abi(1): 21.75 sysv_abi 20.75 sysv_abi 20.75 sysv_abi
  TRY(test_sysv_abi(1));
  // CHECK-NEXT: test_regcall(1): 21.75 regcall 20.75 regcall 20.75 regcall
  TRY(test_regcall(1));
  // CHECK-NEXT: test_vectorcall(1): 21.75 vectorcall 20.75 vectorcall 20.75 vectorcall
  TRY(test_vectorcall(1));
  // CHECK-NEXT: test_preserve_most(1): 21.75 preserve_most 20.75 preserve_most 20.75 preserve_most
  TRY(test_preserve_most(1));
  // CHECK-NEXT: test_preserve_all(1): 21.75 preserve_all 20.75 preserve_all 20.75 preserve_all
  TRY(test_preserve_all(1));
  // CHECK-NEXT: test_variadic(5): 5 6 7
  TRY(test_variadic(5));
  // CHECK-NEXT: ms(1, 2.5, (struct s24){{.*}}: 1 = 114
  TRY_INT(ms(1, 2.5, (struct s24){{0, 10, 0}}));
  // CHECK-NEXT: preserves(3): 2 1 0
  TRY(preserves(3));
}
// CHECK-NOT: {{.}}
