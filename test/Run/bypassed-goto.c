/* Rules: D5
 * Jumps past a declaration, by every kind of goto: the variable is one per entry
 * of its block, however that is entered, and stays the same within.
 * RUN: %run-matrix %s -fplugin-arg-defer-no-warn-loop | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

/* Into an inner block, past a declaration of the block around it. */
static void by_goto(void) {
  for (int i = 0; i < 3; i++) {
    if (i)
      goto inside;
    {
      int v = 7;
      if (i) {
      inside:
        v = i * 10;
      }
      defer { note(v); }
      v++;
    }
  }
}
// CHECK: by_goto(): 21 11 8

/* Back into a block that was left. */
static void left_and_entered(void) {
  int round = 0;
  {
    int v = 1;
  in:
    if (round)
      v = round * 10;
    defer { note(v); }
    if (round == 2)
      goto out;
    v++;
  }
out:
  if (round++ < 3)
    goto in;
}
// CHECK-NEXT: left_and_entered(): 31 20 11 2

/* A jump that stays in the variable's scope: it keeps its value, and its address. */
static void stays(void) {
  int round = 0, *first = 0;
  goto in;
  {
    int v = 100;
  in:
    if (!round)
      v = 5, first = &v;
    defer { note(v); }
    if (round) {
      int w = 1;
      if (round == 2)
        goto mine;
      w = 50;
    mine:
      if (round == 2)
        w = 60;
      defer { note(w); }
      w++;
    }
    v++;
    if (round++ < 2)
      goto in;
    note(first == &v);
  }
}
// CHECK-NEXT: stays(): 1 61 8 51 8 8

/* The label is reached from above and by a jump, from outside and from within. */
static void both_ways(void) {
  for (int i = 0; i < 4; i++) {
    if (i & 1)
      goto label;
    {
      int v = 0, back = 0;
      defer { note(v); }
    label:
      if (i & 1)
        v = 100, back = 1;
      v += i;
      defer { note(v); }
      if (!back) {
        back = 1;
        goto label;
      }
      v += 1000;
    }
  }
}
// CHECK-NEXT: both_ways(): 1103 1004 1004 1004 1101 1000 1000 1000

/* Within the block from before the declaration to behind it: C's rule, there was
 * one variable in this entry all along. */
static void from_before(void) {
  for (int i = 0; i < 3; i++) {
    int round = 0;
    {
    top:
      if (round || i == 1)
        goto past;
      int v = 10 * i;
    past:
      if (i == 1 && !round)
        v = 500;
      v++;
      defer { note(v); }
      if (round++ < 1)
        goto top;
    }
  }
}
// CHECK-NEXT: from_before(): 22 22 502 502 2 2

/* Two scopes at once, from between them, and from one into its sibling. */
static void nested(int from) {
  for (int i = 0; i < 2; i++) {
    if (from == 0)
      goto both;
    {
      int a = 1;
      if (from == 1)
        goto inner;
      {
        int c = 3;
        defer { note(c); }
        c += i;
        if (from == 2)
          goto both;
      }
      {
        int b = 2;
        if (0) {
        both:
          if (from == 0)
            a = 10;
        inner:
          b = 20;
        }
        defer { note(a * 1000 + b); }
        a += i;
        b += i;
      }
    }
  }
}
// CHECK-NEXT: nested(0): 11021 10020
// CHECK-NEXT: nested(1): 2021 1020
// CHECK-NEXT: nested(2): 2021 4 1020 3
// CHECK-NEXT: nested(3): 2003 4 1002 3

/* Into a loop: past the variable of its head, and one of its body. */
static void into_loop(void) {
  for (int round = 0; round < 3; round++) {
    if (round)
      goto body;
    for (int i = 0; i < 2 + round; i++) {
      int v = 5;
      if (0) {
      body:
        i = 1 + round;
        v = 10 * round;
      }
      defer { note(100 * i + v); }
      v++;
    }
  }
}
// CHECK-NEXT: into_loop(): 421 311 206 206

/* A case inside of an inner block, a loop's. */
static void duff(int n) {
  for (int i = 0; i < 2; i++) {
    int rounds = 2;
    switch (n) {
    case 0:
      do {
        int v = 1;
        defer { note(v); }
    case 1:
        if (n == 1)
          v = 20 + i, n = 0;
        defer { note(-v); }
        v += 100;
      } while (--rounds > 0);
    }
    n = 1;
  }
}
// CHECK-NEXT: duff(0): -101 101 -121 -101 101 -101 101
// CHECK-NEXT: duff(1): -101 101 -121 -101 101 -120

/* A computed goto may go to any label whose address is taken. */
static void computed(const char *way) {
  static const void *const labels[] = {&&a, &&b, &&c, &&end};
  int n = 0;
next:
  goto *labels[*way++ - 'a'];
a: {
  int v = 1;
  if (n < 0) {
  b:
    v = 20;
  }
  v += n++;
  defer { note(v); }
  if (*way == 'c')
    goto *labels[*way++ - 'a'];
  if (0) {
  c:
    v += 100;
  }
  goto next;
}
end:
  defer note(n);
}
// CHECK-NEXT: computed("bbabd"): 4 23 3 21 20
/* From within, c finds the same variable. */
// CHECK-NEXT: computed("bcad"): 2 2 120

static void assembler(int n) {
  for (int i = 0; i < n; i++) {
#if defined(__x86_64__)
    __asm__ goto("test %0, %0\n\tjnz %l[inside]" : : "r"(i) : "cc" : inside);
#elif defined(__aarch64__)
    __asm__ goto("cbnz %w0, %l[inside]" : : "r"(i) : : inside);
#endif
    {
      int v = 7;
      if (0) {
      inside:
        v = i * 10;
      }
      defer { note(v); }
      v++;
    }
  }
}
// CHECK-NEXT: assembler(3): 21 11 8

/* Every type is bypassed the same: arrays, structs, aligned, its address given. */
static void types(void) {
  struct wide {
    _Alignas(64) char text[70];
  };
  for (int i = 0; i < 3; i++) {
    if (i)
      goto inside;
    {
      char text[8] = "zero";
      struct wide w = {"wide"};
      if (0) {
      inside:
        snprintf(text, sizeof text, "%d", i);
        snprintf(w.text, sizeof w.text, "w%d", i);
      }
      defer word(text);
      defer { word((unsigned long)&w % 64 ? "unaligned" : w.text); }
      text[0]++;
    }
  }
}
// CHECK-NEXT: types(): w2 3 w1 2 wide {ero

/* Out of the variable's own initializer, and out of one before. */
static void initializer(void) {
  for (int i = 0; i < 3; i++) {
    int *first = 0;
    {
      int u = ({
        if (i == 1)
          goto in;
        4;
      }),
          v = ({
            first = &v;
            if (i == 2)
              goto in;
            5;
          });
    in:
      if (i)
        u = 40 + i, v = 50 + i;
      if (first && first != &v)
        word("moved");
      defer { note(u), note(v); }
      u = u * 10, v = v * 10;
    }
  }
}
// CHECK-NEXT: initializer(): 420 520 410 510 40 50

static void in_block(void) {
  defer {
    int n = 0;
  again:
    if (n)
      goto in;
    {
      int v = 4;
    in:
      if (n)
        v = 50 + n;
      defer { note(v); }
    }
    if (n++ < 2) {
      int u = ({ goto again; 3; });
      defer { note(u); }
    }
  }
}
// CHECK-NEXT: in_block(): 52 51 4

int main(void) {
  TRY(by_goto());
  TRY(left_and_entered());
  TRY(stays());
  TRY(both_ways());
  TRY(from_before());
  TRY(nested(0));
  TRY(nested(1));
  TRY(nested(2));
  TRY(nested(3));
  TRY(into_loop());
  TRY(duff(0));
  TRY(duff(1));
  TRY(computed("bbabd"));
  TRY(computed("bcad"));
  TRY(assembler(3));
  TRY(types());
  TRY(initializer());
  TRY(in_block());
}
// CHECK-NOT: {{.}}
