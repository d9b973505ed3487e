/* Rules: D5
 * Variables of scopes that have ended, used when the function returns; their
 * memory is not used for others before.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

struct big {
  long a[20];
};

__attribute__((noinline)) static void fill(void *p, int c, size_t n) {
  memset(p, c, n);
}
__attribute__((noinline)) static int sum(const struct big *b) {
  long s = 0;
  for (int i = 0; i < 20; i++)
    s += b->a[i];
  return (int)s;
}
static void print_sum(const struct big *b) { note(sum(b)); }
static void print(const int *p) { note(*p); }

static void path(int c) {
  if (c) {
    char path[64];
    strcpy(path, "/tmp/x");
    defer word(path);
  }
  {
    char other[64];
    fill(other, 'z', sizeof other);
    other[63] = 0;
    note((int)strlen(other));
  }
  {
    char third[64];
    fill(third, 'y', sizeof third);
    third[63] = 0;
    note((int)strlen(third));
  }
}
// CHECK: path(0): 63 63
// CHECK-NEXT: path(1): 63 63 /tmp/x

static void address(int c) {
  {
    struct big b = {{1, 2, 3}};
    int n = 5;
    defer print_sum(&b);
    defer print(&n);
    b.a[19] = 100;
    n = 6;
  }
  struct big *later = NULL;
  if (c) {
    struct big b;
    fill(&b, 0x7f, sizeof b);
    struct big *p = &b; /* made before the defer */
    later = p;
    p->a[0] = 0;
    defer print_sum(p);
    fill(&b, 0, sizeof b);
    b.a[7] = 8;
  }
  {
    struct big b;
    fill(&b, 1, sizeof b);
    int n[16];
    fill(n, 1, sizeof n);
    note(n[3] == 0x01010101);
  }
  (void)later;
}
// CHECK-NEXT: address(0): 1 6 106
// CHECK-NEXT: address(1): 1 8 6 106

static void block(int c) {
  switch (c) {
  case 1: {
    struct big b = {{c}};
    defer { note(sum(&b)); }
    fill(&b, 0, sizeof b);
    b.a[1] = 11;
    break;
  }
  case 2: {
    struct big b = {{c}};
    defer { note(sum(&b)); }
    fill(&b, 0, sizeof b);
    b.a[1] = 22;
    break;
  }
  }
  {
    struct big b;
    fill(&b, 1, sizeof b);
    note(b.a[3] != 0);
  }
}
// CHECK-NEXT: block(0): 1
// CHECK-NEXT: block(1): 1 11
// CHECK-NEXT: block(2): 1 22

static void literal(int c) {
  if (c) {
    defer print_sum(&(struct big){{c, 10}});
    defer print((int[]){c, 2});
    defer print(&(int){c + 1});
    struct big *p = &(struct big){{c, 20}};
    defer print_sum(p);
    p->a[5] = 100;
  }
  {
    struct big b;
    fill(&b, 1, sizeof b);
    note(b.a[3] != 0);
  }
}
// CHECK-NEXT: literal(0): 1
// CHECK-NEXT: literal(7): 1 127 8 7 17

/* A parameter is a variable of the function's scope. */
static void parameter(int n, struct big b) {
  defer { note(n + sum(&b)); }
  defer print(&n);
  n = 50;
  b.a[0] = 7;
}
// CHECK-NEXT: parameter(1, (struct big){{.*}}: 50 57

/* Returned from the middle, by a panic as well. */
static void middle(int c) {
  defer { defer_recover(); }
  {
    struct big b = {{1}};
    defer print_sum(&b);
    {
      struct big b2 = {{2}};
      defer print_sum(&b2);
      if (c == 0)
        return;
      b2.a[1] = 5;
      if (c == 1)
        defer_panicf("out");
    }
    {
      struct big b3;
      fill(&b3, 1, sizeof b3);
      if (c == 2)
        defer_panicf("out");
    }
    b.a[1] = 5;
  }
}
// CHECK-NEXT: middle(0): 2 1
// CHECK-NEXT: middle(1): 7 1
// CHECK-NEXT: middle(2): 7 1
// CHECK-NEXT: middle(3): 7 6

int main(void) {
  TRY(path(0));
  TRY(path(1));
  TRY(address(0));
  TRY(address(1));
  TRY(block(0));
  TRY(block(1));
  TRY(block(2));
  TRY(literal(0));
  TRY(literal(7));
  TRY(parameter(1, (struct big){{0}}));
  TRY(middle(0));
  TRY(middle(1));
  TRY(middle(2));
  TRY(middle(3));
}
// CHECK-NOT: {{.}}
