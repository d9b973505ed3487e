/* Rules: P9, P1, P2
 * Panics out of callbacks of the C library: they pass its frames, and what it is
 * asked next is as ever.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#define _GNU_SOURCE 1 /* qsort_r, twalk_r, fopencookie */
#include "Inputs/note.h"

#include <search.h>

static int limit;
static int compares(const void *a, const void *b) {
  defer { limit--; }
  if (limit == 0)
    defer_panicf("limit");
  return *(const int *)a - *(const int *)b;
}
static int compares_r(const void *a, const void *b, void *p) {
  ++*(int *)p;
  return compares(a, b);
}
static int numbers[1000];
static void fill(void) {
  for (int i = 0; i < 1000; i++)
    numbers[i] = (i * 7919) % 1000;
}
static int is_sorted(void) {
  for (int i = 0; i < 1000; i++)
    if (numbers[i] != i)
      return 0;
  return 1;
}
static const char *result(const defer_panic_info *p) {
  return p ? p->message : "-";
}

static void sort(int n) {
  defer { word(result(defer_recover())); }
  limit = n;
  fill();
  qsort(numbers, 1000, sizeof *numbers, compares);
  note(is_sorted());
}
// CHECK: sort(5): limit
// CHECK-NEXT: sort(-1): 1 -

static void sort_r(int n) {
  int calls = 0;
  defer { note(calls > 0); }
  defer { word(result(defer_recover())); }
  limit = n;
  fill();
  qsort_r(numbers, 1000, sizeof *numbers, compares_r, &calls);
  note(is_sorted());
}
// CHECK-NEXT: sort_r(500): limit 1
// CHECK-NEXT: sort_r(-1): 1 - 1

static void search(int n) {
  defer { word(result(defer_recover())); }
  int key = 700;
  limit = n;
  int *found = bsearch(&key, numbers, 1000, sizeof *numbers, compares);
  note(found ? *found : -1);
}
// CHECK-NEXT: search(-1): 700 -
// CHECK-NEXT: search(3): limit

static void tree(int n) {
  void *root = NULL;
  limit = n;
  defer tdestroy(root, (void (*)(void *))is_sorted);
  defer { word(result(defer_recover())); }
  for (int i = 0; i < 10; i++)
    tsearch(&numbers[i], &root, compares);
  int key = 5;
  note(**(int **)tfind(&key, &root, compares));
}
// CHECK-NEXT: tree(-1): 5 -
// CHECK-NEXT: tree(7): limit

/* qsort in a deferred call, in a panic, with a comparison that panics. */
static void sort_in_panic(void) {
  defer { word(result(defer_recover())); }
  defer sort(-1);
  defer sort(100);
  defer_panicf("outer");
}
// CHECK-NEXT: sort_in_panic(): limit 1 - outer

int main(void) {
  TRY(sort(5));
  TRY(sort(-1));
  TRY(sort_r(500));
  TRY(sort_r(-1));
  TRY(search(-1));
  TRY(search(3));
  TRY(tree(-1));
  TRY(tree(7));
  TRY(sort_in_panic());
}
// CHECK-NOT: {{.}}
