/* Rules: D4, D5, D6
 * Operands of assembler statements, in deferred blocks and beside them: captured
 * variables, those of each iteration, registers by name, and jumps with results.
 * REQUIRES: x86_64
 * UNSUPPORTED: target=aarch64
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void operands(int n) {
  for (int i = 0; i < 2; i++) {
    int v = n + i, w = 0, array[2] = {0, 0};
    defer {
      __asm__("addl $100, %0" : "+r"(v) : : "cc");
      __asm__("addl %1, %0" : "+m"(array[1]) : "r"(v) : "cc");
      note(array[1]);
      note(w);
    }
    __asm__("leal 5(%1), %0" : "=r"(w) : "r"(v));
    __asm__("incl %0" : "+m"(v) : : "cc");
    __asm__("movl %[from], %[to]" : [to] "=m"(array[1]) : [from] "r"(v));
  }
}
// CHECK: operands(3): 110 9 108 8

static long adds(long a, long b) {
  register long r12 __asm__("r12") = a;
  register long r13 __asm__("r13") = b;
  long sum;
  __asm__("leaq (%%r12,%%r13), %0" : "=r"(sum) : "r"(r12), "r"(r13));
  return sum;
}
static void named(int n) {
  for (int i = 0; i < 2; i++) {
    register long r12 __asm__("r12") = n;
    register long r13 __asm__("r13") = i;
    defer note((int)adds(r12, r13));
    long mine = i;
    defer {
      register long r12 __asm__("r12") = mine;
      register long rbx __asm__("rbx") = 1000;
      __asm__("addq %%r12, %%rbx" : "+r"(rbx) : "r"(r12) : "cc");
      note((int)rbx);
    }
    mine += 7;
    __asm__("addq %%r12, %%r13" : "+r"(r13) : "r"(r12) : "cc");
    defer note((int)r13);
  }
}
// CHECK-NEXT: named(5): 6 1008 6 5 1007 5

static void jumps(int n) {
  for (int i = 0; i < 3; i++) {
    int v, got; /* not v itself: LLVM 19 loses it at -O0, as in *p in plain C */
    __asm__ goto("movl %1, %0\n\ttestl %1, %1\n\tjnz %l[away]"
                 : "=&r"(got)
                 : "r"(i)
                 : "cc"
                 : away);
    got = 50;
  away:
    v = got;
    defer { note(v); }
    v += n;
    defer {
      int w;
      __asm__ goto("movl %1, %0\n\ttestl %1, %1\n\tjz %l[none]"
                   : "=&r"(w)
                   : "r"(v - n)
                   : "cc"
                   : none);
      note(w);
    none:;
    }
  }
}
// CHECK-NEXT: jumps(10): 2 12 1 11 50 60

int main(void) {
  TRY(operands(3));
  TRY(named(5));
  TRY(jumps(10));
}
// CHECK-NOT: {{.}}
