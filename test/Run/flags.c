/* Rules: D3, D4, D5, P2
 * Flags that change how code is made, and what it may rely on.
 * RUN: %run-matrix %s -fno-exceptions -fno-unwind-tables -fno-asynchronous-unwind-tables | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -fwrapv -fshort-enums -funsigned-char -fmerge-all-constants | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -ftrapv -fno-omit-frame-pointer | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -fomit-frame-pointer -fno-plt -fPIC | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -fpack-struct=1 -fstack-protector-all -fno-jump-tables | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -ftrivial-auto-var-init=pattern -fstack-clash-protection -fno-pic -no-pie | %filecheck --match-full-lines %s
 * RUN: %run-matrix %s -ffunction-sections -fdata-sections -Wl,--gc-sections -fno-inline -fno-builtin | %filecheck --match-full-lines %s
 * RUN: %if x86_64 %{ %run-matrix %s -mno-red-zone -mcmodel=medium | %filecheck --match-full-lines %s %}
 * RUN: %if x86_64 %{ %run-matrix %s -mstackrealign -fcf-protection=full -fzero-call-used-regs=all | %filecheck --match-full-lines %s %}
 */
#include "Inputs/note.h"

enum small { one = 1, two, last = 255 };
typedef int v4si __attribute__((vector_size(16)));
struct mixed {
  char c;
  long l;
  enum small e;
  double d;
};
static void takes(struct mixed m, enum small e, v4si v, char c, double d) {
  printf("%g ", m.c + (double)m.l + m.e + m.d + e + v[3] + (unsigned char)c + d);
}
static int switches(int n) {
  switch (n) {
  case 0:
    return 10;
  case 1:
    return 21;
  case 2:
    return 32;
  case 3:
    return 43;
  default:
    return 99;
  }
}

static struct mixed all(int n) {
  defer_result struct mixed r = {0};
  struct mixed m = {1, 2, two, 0.5};
  v4si v = {0, 0, 0, 40};
  enum small e = last;
  char c = (char)200;
  defer {
    const defer_panic_info *p = defer_recover();
    if (p)
      word(p->message), r.l = -5;
    r.d += m.d;
  }
  defer takes(m, e, v, c, 0.25);
  for (int i = 0; i < n; i++) {
    struct mixed mine = m;
    _Alignas(64) char aligned = 1;
    char *p = &aligned;
    defer { note((int)mine.l + switches(n) + (int)((unsigned long)p % 64)); }
    defer takes(mine, e, v, c, i);
    mine.l += 100 * i;
    m.d *= 2;
    e = one;
    c = 0;
  }
  if (n == 3)
    defer_panicf("three");
  m.l = n;
  return m;
}

int main(void) {
  for (int n = 1; n < 4; n++) {
    struct mixed m = all(n);
    printf("= %ld %g\n", m.l, m.d);
  }
}
// CHECK: 500.5 23 500.75 = 1 2
// CHECK-NEXT: 48 134 500.5 34 500.75 = 2 4
// CHECK-NEXT: 50 245 48 145 500.5 45 500.75 three = -5 4
// CHECK-NOT: {{.}}
