/* Rules: D5
 * One variable per iteration.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void scalars(void) {
  for (int i = 0; i < 3; i++) {
    int v = i;
    defer { note(v); }
    v += 10;
  }
}
// CHECK: scalars(): 12 11 10

static void head(void) {
  for (int i = 0; i < 3; i++) {
    int copy = i;
    defer {
      note(i); /* one for all */
      note(copy);
    }
  }
}
// CHECK-NEXT: head(): 3 2 3 1 3 0

static void head_of_outer(void) {
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      defer { note(10 * i + j); }
}
// CHECK-NEXT: head_of_outer(): 22 22 22 22

/* The head's variable of an inner loop is one per iteration of the outer. */
static void inner_head(void) {
  for (int i = 0; i < 3; i++)
    for (int j = 10 * i; j < 10 * i + 1; j++)
      defer { note(j); }
}
// CHECK-NEXT: inner_head(): 21 11 1

struct pair {
  int a, b;
};

static void aggregates(void) {
  int n = 0;
  while (n < 3) {
    struct pair p = {n, n + 1};
    int array[3] = {n, n * 10};
    char text[] = "x0";
    struct pair pairs[2] = {[1] = {n, n}};
    defer {
      note(p.a);
      note(p.b);
      note(array[0] + array[1] + array[2]);
      word(text);
      note(pairs[0].a + pairs[1].b);
    }
    defer word(text);
    text[1] += n;
    p.b = 100 + n;
    array[2] = 1000 * n;
    pairs[0].a = 7;
    n++;
  }
}
// CHECK-NEXT: aggregates(): x2 2 102 2022 x2 9 x1 1 101 1011 x1 8 x0 0 100 0 x0 7

/* What a block changed is seen through pointers to it. */
static void by_address(void) {
  for (int i = 0; i < 3; i++) {
    int v = i;
    int *p = &v;
    defer {
      note(*p);
      v++;
      note(*p);
    }
    *p += 10;
  }
}
// CHECK-NEXT: by_address(): 12 13 11 12 10 11

static void print(const int *p) { note(*p); }
static void print_pair(const struct pair *p) { note(p->a * 10 + p->b); }

/* A deferred call that was given an address. */
static void address_argument(void) {
  for (int i = 0; i < 3; i++) {
    int v = i;
    struct pair s = {i, i};
    struct pair array[2];
    char path[16];
    snprintf(path, sizeof path, "p%d", i);
    defer print(&v);
    defer print_pair(&s);
    defer print(&s.b);
    defer print_pair(&array[1]);
    defer print_pair(array);
    defer word(path);
    defer word(path + 1);
    v += 10;
    s.b++;
    array[0] = array[1] = s;
    array[1].a = 9;
  }
}
// CHECK-NEXT: address_argument(): 2 p2 23 93 3 23 12 1 p1 12 92 2 12 11 0 p0 1 91 1 1 10

/* Per entry of its block, in loops made with goto. */
static void goto_loop(void) {
  int i = 0;
again: {
  int v = i * 10;
  defer { note(v); }
  v++;
}
  if (++i < 3)
    goto again;
}
// CHECK-NEXT: goto_loop(): 21 11 1

/* A variable around the loop is one for all; between two loops one per outer
 * iteration. */
static void levels(void) {
  int all = 0;
  for (int i = 0; i < 2; i++) {
    int outer = 100 * i;
    for (int j = 0; j < 2; j++) {
      int inner = 10 * j;
      defer { note(all + outer + inner); }
      inner++;
      outer += 20;
    }
  }
  all = 1000;
}
// CHECK-NEXT: levels(): 1151 1141 1051 1041

/* Captured under a condition, in a scope of its own, over `continue`. */
static void conditional(void) {
  for (int i = 0; i < 6; i++) {
    int v = i;
    if (i % 2 == 0)
      continue;
    {
      int w = v * 10;
      if (i != 3)
        defer { note(v + w); }
      w++;
    }
    v += 100;
  }
}
// CHECK-NEXT: conditional(): 156 112

/* Not initialized, and assigned later. */
static void late(void) {
  for (int i = 0; i < 3; i++) {
    int v;
    struct pair p;
    defer {
      note(v);
      note(p.a);
    }
    v = i;
    p = (struct pair){i * 10, 0};
  }
}
// CHECK-NEXT: late(): 2 20 1 10 0 0

/* In terms of itself, and of one of the same name around. */
static void itself(void) {
  int v = 5;
  for (int i = 0; i < 2; i++) {
    int w = v + i;
    {
      int v = w * 10;
      void *self = &self;
      defer {
        note(v);
        note(self == (void *)&self);
      }
    }
    v++;
  }
}
// CHECK-NEXT: itself(): 70 1 50 1

/* Siblings of one name. */
static void siblings(void) {
  for (int i = 0; i < 2; i++) {
    {
      int v = i;
      defer { note(v); }
    }
    {
      int v = 10 + i;
      defer { note(v); }
    }
  }
}
// CHECK-NEXT: siblings(): 11 1 10 0

/* Several declarators; alignment; qualifiers. */
static void declarators(void) {
  for (int i = 0; i < 2; i++) {
    int a = i, b = a + 1, *p = &b, c[2] = {a, b};
    _Alignas(64) char aligned = (char)i;
    const int k = i;
    volatile int v = i;
    register int r = i + 5;
    defer {
      note(a);
      note(*p + b);
      note(c[1]);
      note(k + v);
      note(r);
      note((int)((unsigned long)&aligned % 64) + aligned);
    }
    b += 10;
  }
}
// CHECK-NEXT: declarators(): 1 24 2 2 6 1 0 22 1 0 5 0

/* typeof, sizeof and a type of the loop's own. */
static void types(void) {
  for (int i = 0; i < 2; i++) {
    struct local {
      char c[3];
      __typeof__(i) n;
    } s = {{(char)i}, i};
    __typeof__(s) t = s;
    defer {
      struct local u = t;
      note(u.n + (int)sizeof(s.c) + (int)sizeof u);
    }
    t.n += 10;
  }
}
// CHECK-NEXT: types(): 22 21

static int recursive(int n) {
  defer_result int sum = 0;
  for (int i = 0; i < n; i++) {
    int v = recursive(n - 1 - i);
    defer { sum += v + 1; }
  }
  return 0;
}
// CHECK-NEXT: recursive(4): = 15

int main(void) {
  TRY(scalars());
  TRY(head());
  TRY(head_of_outer());
  TRY(inner_head());
  TRY(aggregates());
  TRY(by_address());
  TRY(address_argument());
  TRY(goto_loop());
  TRY(levels());
  TRY(conditional());
  TRY(late());
  TRY(itself());
  TRY(siblings());
  TRY(declarators());
  TRY(types());
  TRY_INT(recursive(4));
}
// CHECK-NOT: {{.}}
