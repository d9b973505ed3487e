/* Rules: D5
 * What a deferred block may capture, and do with it.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <stdbool.h>
#include <stdint.h>

typedef float v4sf __attribute__((vector_size(16)));
struct bits {
  unsigned a : 3;
  signed b : 5;
  bool c : 1;
  uint64_t d : 40;
};
struct flexible {
  int n;
  char text[];
};
union both {
  int i;
  float f;
};

static void kinds(void) {
  bool b = false;
  unsigned char uc = 255;
  int64_t wide = 1;
  float f = 1;
  long double ld = 1;
  double _Complex z = 1;
  _BitInt(37) bit = 1;
  v4sf v = {1, 2, 3, 4};
  struct bits bits = {1, 1, 0, 1};
  union both u = {1};
  int array[2][3] = {{1, 2, 3}, {4, 5, 6}};
  int *pointer = array[0], **twice = &pointer;
  const char *const fixed = "fixed";
  volatile int vol = 1;
  _Atomic int atom = 1;
  void (*function)(int) = note;
  int (*row)[3] = array;
  struct {
    struct {
      int deep;
    } s[2];
  } nested = {{{1}, {2}}};
  static int number = 1;
  register int reg = 1;
  enum { one = 1 } e = one;
  defer {
    note(b);
    note(uc);
    printf("%g %g %g ", (double)f, (double)ld, __real__ z + __imag__ z);
    note((int)(wide >> 32) + (int)bit);
    note((int)v[3]);
    note(bits.a + bits.b + bits.c + (int)(bits.d >> 30));
    printf("%g ", u.f);
    note(array[1][2] + *pointer + **twice);
    word(fixed);
    note(vol + atom);
    function(row[0][1]);
    note(nested.s[1].deep + number + reg + (int)e);
    array[0][0] = 50;
    v += 1;
    bits.a--;
    reg++;
    function = NULL;
  }
  b = true;
  uc++;
  wide <<= 33;
  f = 2.5f;
  ld += 0.25L;
  z += 2;
  bit = 100;
  v[3] = 44;
  bits.b = -2;
  bits.c = 1;
  bits.d = 3ull << 30;
  u.f = 9;
  array[1][2] = 60;
  pointer = &array[1][0];
  vol = 10;
  atom = 20;
  row = &array[1];
  nested.s[1].deep = 7;
  number++;
  reg = 3;
}
// CHECK: kinds(): 1 0 2.5 1.25 3 102 44 3 9 68 fixed 30 5 13

/* Changed by several blocks, in a loop as well. */
static int shared(int n) {
  defer_result int r = 0;
  int sum = 1;
  defer { r = sum; }
  defer { sum *= 2; }
  for (int i = 0; i < n; i++)
    defer { sum += 3; }
  defer { sum *= 10; }
  sum++;
  return 0;
}
// CHECK-NEXT: shared(0): = 40
// CHECK-NEXT: shared(3): = 58

/* By address, kept in a structure that outlives the scope. */
struct list {
  struct list *next;
  int n;
};
static void linked(void) {
  struct list *head = NULL;
  defer {
    for (struct list *p = head; p; p = p->next)
      note(p->n);
  }
  for (int i = 0; i < 3; i++) {
    struct list node = {head, i};
    defer { note(node.n + 100); }
    head = &node;
    node.n *= 10;
  }
}
// CHECK-NEXT: linked(): 120 110 100 20 10 0

/* A flexible member, through its pointer. */
static void flexible(void) {
  struct flexible *p = malloc(sizeof *p + 8);
  defer free(p);
  defer {
    word(p->text);
    note(p->n);
  }
  strcpy(p->text, "flex");
  p->n = 4;
}
// CHECK-NEXT: flexible(): flex 4

/* Names: of a parameter hidden, of a typedef, of the function itself. */
static int names(int names, int n) {
  typedef int local;
  local local_ = n;
  defer {
    local n = 5;
    {
      int local_ = 6;
      note(n + local_);
    }
    note(names + local_);
  }
  {
    int n = 100;
    defer { note(n); }
    n++;
  }
  return n;
}
// CHECK-NEXT: names(1, 2): 101 11 3 = 2

int main(void) {
  TRY(kinds());
  TRY_INT(shared(0));
  TRY_INT(shared(3));
  TRY(linked());
  TRY(flexible());
  TRY_INT(names(1, 2));
}
// CHECK-NOT: {{.}}
