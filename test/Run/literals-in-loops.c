/* Rules: D5
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

struct pair {
  int a, b;
};
static void print(const int *p) { note(*p); }
static void print_pair(const struct pair *p) { note(p->a * 10 + p->b); }
static void by_value(struct pair p) { note(p.a * 10 + p.b); }
static void chain(struct pair *const *p) { note((*p)->a); }

static void direct(void) {
  for (int i = 0; i < 3; i++) {
    defer print(&(int){i});
    defer print((int[]){i + 10, 0});
    defer print_pair(&(struct pair){i, i + 1});
    defer by_value((struct pair){i, 9});
    defer word((char[]){(char)('a' + i), 0});
  }
}
// CHECK: direct(): c 29 23 12 2 b 19 12 11 1 a 9 1 10 0

/* A literal in a literal, and in a part of one. */
static void nested(void) {
  for (int i = 0; i < 2; i++) {
    defer chain(&(struct pair *){&(struct pair){i, 0}});
    defer print(&((struct pair){i, i + 5}).b);
    defer print((int[3]){1, i * 10, 3} + 1);
  }
}
// CHECK-NEXT: nested(): 10 6 1 0 5 0

/* Kept by a pointer of the iteration's own, used by a block. */
static void kept(void) {
  for (int i = 0; i < 3; i++) {
    struct pair *p = (i & 1) ? &(struct pair){i, 1} : NULL;
    if (p)
      defer print_pair(p); /* one iteration only: a pointer made before */
  }
}
// CHECK-NEXT: kept(): 11

static void goto_loop(void) {
  int i = 0;
again:
  defer print(&(int){i});
  if (++i < 3)
    goto again;
}
// CHECK-NEXT: goto_loop(): 2 1 0

static void in_block(void) {
  for (int i = 0; i < 2; i++) {
    int v = i;
    defer {
      defer print(&(int){v});
      for (int j = 0; j < 2; j++)
        defer print(&(int){v * 10 + j});
    }
  }
}
// CHECK-NEXT: in_block(): 11 10 1 1 0 0

int main(void) {
  TRY(direct());
  TRY(nested());
  TRY(kept());
  TRY(goto_loop());
  TRY(in_block());
}
// CHECK-NOT: {{.}}
