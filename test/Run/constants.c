/* Rules: D5, D13
 * Constant variables where only a constant may stand, in deferred blocks and beside
 * them; the variables are captured, and one for each iteration.
 * RUN: %run-matrix %s -std=gnu23 -fplugin-arg-defer-no-warn-loop | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

typedef int v4si __attribute__((vector_size(16)));
struct tree {
  int a;
  struct {
    int b[2];
    double d;
  } inner;
};

static void in_block(int n) {
  for (int i = 0; i < 2; i++) {
    constexpr int k = 2;
    constexpr struct tree t = {4, {{5, 6}, 0.5}};
    defer {
      switch (n) {
      case k:
        word("two");
        break;
      case t.a ... t.a + 1:
        word("four");
      }
      static int first = k, second[] = {[k] = t.inner.b[1], t.a};
      note(first++);
      note(second[2]++ + second[3]);
      static_assert(k == 2);
      enum { three = k + 1 };
      int array[k] = {three, t.inner.b[1]};
      note(array[1] + (int)sizeof array + array[0]);
      unsigned _BitInt(k + 1) bits = 7;
      struct {
        int field : k;
      } s = {1};
      note(bits + s.field);
      v4si v = {1, 2, 3, 4};
      v = __builtin_shufflevector(v, v, k, k + 1, 0, k * k);
      note(v[0] * 1000 + v[1] * 100 + v[2] * 10 + v[3]);
      note((int)__builtin_offsetof(struct tree, inner.b[k - 1]));
      __asm__ volatile("" : : "i"(k), "n"(k + 1));
      printf("%g ", t.inner.d);
      /* Where its address is taken it is a variable as any. */
      const int *p = &k;
      const struct tree *q = &t;
      note(*p + q->inner.b[i - 1]);
    }
  }
}
// CHECK: in_block(2): two 2 10 17 8 3411 12 0.5 8 two 3 11 17 8 3411 12 0.5 8
// CHECK-NEXT: in_block(5): four 4 12 17 8 3411 12 0.5 8 four 5 13 17 8 3411 12 0.5 8

/* Beside the block, in the loop whose variable it is. */
static void beside(int n) {
  for (int i = 0; i < n; i++) {
    constexpr int k = 2;
    const int c = 5;
    const int *own = &k;
    defer { note(k + c + *own); }
    switch (i) {
    case k:
      defer note(20);
      break;
    case k + 1:
      defer note(30);
    }
    static int kept = k, other[k] = {k};
    note(kept++ + other[k - 1]);
    int array[k];
    note((int)sizeof array);
    __asm__ volatile("" : : "i"(k), "i"(c));
  }
}
// CHECK-NEXT: beside(3): 2 8 3 8 4 8 20 9 9 9

/* The size in a static variable's type is none. */
static void sized(int n) {
  for (int i = 1; i < 3; i++) {
    int size = n * i;
    defer { note(size); }
    static int(*rows)[1];
    static int(*p)[({ size; })];
    note((int)sizeof *p + (rows != NULL));
    size++;
  }
}
// CHECK-NEXT: sized(3): 12 24 7 4

int main(void) {
  TRY(in_block(2));
  TRY(in_block(5));
  TRY(beside(3));
  TRY(sized(3));
}
// CHECK-NOT: {{.}}
