/* Rules: D9, D13
 * Deferred code is one piece: statics, labels, assembly.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

__attribute__((noinline)) static void maybe(int n) {
  if (n)
    defer_panicf("x");
}

/* Run on a return and in a panic, inlined or not: one object. */
static inline __attribute__((always_inline)) void count(int panics) {
  defer {
    static int calls;
    static const char *const text = "t";
    word(text);
    note(++calls);
    defer_recover();
  }
  maybe(panics);
}
static void counts(void) {
  count(0);
  count(1);
  count(0);
  for (int i = 0; i < 3; i++)
    count(i & 1);
}
// CHECK: counts(): t 1 t 2 t 3 t 4 t 5 t 6

static void two_exits(int n) {
  defer {
    static int calls;
    note(++calls);
  }
  if (n == 1)
    return;
  for (int i = 0; i < n; i++)
    defer {
      static int calls = 100;
      note(++calls);
    }
  maybe(0);
}
// CHECK-NEXT: two_exits(0): 1
// CHECK-NEXT: two_exits(1): 2
// CHECK-NEXT: two_exits(2): 101 102 3

/* A label of its own in the assembly, which cannot be there twice. Not to be
 * inlined or specialized: that would be two for plain Clang as well. */
__attribute__((noinline)) static int assembly(int n) {
  defer_result int r = n;
  defer { defer_recover(); }
  defer {
    __asm__ volatile("one_piece_label: nop");
    __asm__ volatile("b_%=: nop\n\t.pushsection .rodata\nunique_symbol_1: .byte 1\n.popsection" : "+r"(r));
    r++;
  }
  maybe(n & 1);
  return n + 1;
}
// CHECK-NEXT: assembly(id(0)): = 2
// CHECK-NEXT: assembly(id(1)): = 2

/* Labels, and jumps between them, in the block. */
static void labels(int n) {
  defer { defer_recover(); }
  defer {
    int i = 0;
  again:
    note(i);
    if (++i < n)
      goto again;
    static const void *const to[] = {&&one, &&two};
    goto *to[n & 1];
  one:
    word("one");
    goto out;
  two:
    word("two");
  out:;
  }
outer:
  maybe(n & 1);
  if (n < 0) {
    n = 0;
    goto outer;
  }
}
// CHECK-NEXT: labels(2): 0 1 one
// CHECK-NEXT: labels(3): 0 1 2 two

static void local_labels(int n) {
  for (int i = 0; i < n; i++)
    defer {
      __label__ again;
      int k = 0;
    again:
      note(k);
      if (k++ < 1)
        goto again;
    }
  defer {
    __label__ again;
    goto again;
  again:
    note(9);
  }
}
// CHECK-NEXT: local_labels(2): 9 0 1 0 1

static void assembler_goto(int n) {
  defer {
#if defined(__x86_64__)
    __asm__ goto("test %0, %0\n\tjnz %l[away]" : : "r"(n) : "cc" : away);
#else
    if (n)
      goto away;
#endif
    note(1);
  away:
    note(2);
  }
}
// CHECK-NEXT: assembler_goto(0): 1 2
// CHECK-NEXT: assembler_goto(1): 2

/* Types, enumerators, functions and strings of its own. */
static void declares(void) {
  defer {
    enum { five = 5 };
    typedef struct {
      int a;
    } t;
    extern int puts_count;
    int declared_here(int);
    t v = {five};
    note(declared_here(v.a) + puts_count);
    word(__func__);
    word(__PRETTY_FUNCTION__);
  }
}
int puts_count = 1;
int declared_here(int n) { return n * 2; }
// CHECK-NEXT: declares(): 11 declares void declares(void)

/* switch, break and continue of its own. */
static void control(int n) {
  for (int i = 0; i < n; i++) {
    defer {
      switch (n) {
      case 2:
        note(20);
        break;
      default:
        note(30);
      }
      for (int k = 0;; k++) {
        if (k == 1)
          continue;
        if (k == 3)
          break;
        note(k);
      }
    }
    if (i == 0)
      continue;
    break;
  }
}
// CHECK-NEXT: control(1): 30 0 2
// CHECK-NEXT: control(2): 20 0 2 20 0 2

static int recursive(int n) {
  defer_result int r = 0;
  defer {
    static int depth;
    r += ++depth;
    if (n > 0)
      r += recursive(n - 1);
  }
  return 0;
}
// CHECK-NEXT: recursive(3): = 10

int main(void) {
  TRY(counts());
  TRY(two_exits(0));
  TRY(two_exits(1));
  TRY(two_exits(2));
  TRY_INT(assembly(id(0)));
  TRY_INT(assembly(id(1)));
  TRY(labels(2));
  TRY(labels(3));
  TRY(local_labels(2));
  TRY(assembler_goto(0));
  TRY(assembler_goto(1));
  TRY(declares());
  TRY(control(1));
  TRY(control(2));
  TRY_INT(recursive(3));
}
// CHECK-NOT: {{.}}
