/* Rules: D5
 * Blocks that use the variable type of what the function's scope declares.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

static void print(int n, const int *p) {
  for (int i = 0; i < n; i++)
    note(p[i]);
}

static void elements(int n) {
  int a[n];
  int rows[2][n];
  int(*pointer)[n] = rows;
  memset(rows, 0, sizeof rows);
  defer {
    note((int)(sizeof a / sizeof *a));
    note(rows[1][n - 1]);
    note((int)sizeof rows[0]);
    note(pointer[1][0]);
    print(n, rows[1]);
  }
  rows[1][0] = 8;
  rows[1][n - 1] += 1;
}
// CHECK: elements(1): 1 9 4 9 9
// CHECK-NEXT: elements(3): 3 1 12 8 8 0 1

/* A parameter's type. */
static void parameter(int n, int a[n], int b[n][n]) {
  defer { note(a[1] + b[1][1]); }
  defer print(n, a);
  a[1] = 5;
  b[1][1] = 60;
}
// CHECK-NEXT: parameter(2, {{.*}}: 1 5 65

static int size_only(int n) {
  defer_result int r = 0;
  int a[n];
  defer { r += (int)sizeof(a); }
  n = 100;
  return n;
}
// CHECK-NEXT: size_only(3): = 112

/* Types that were written outside, and those of the block's own. */
static void names(int n) {
  typedef int row[n];
  int a[n];
  {
    typedef row rows[2];
    defer {
      row b = {};
      __typeof__(a) c;
      rows d;
      int e[n + 1];
      note((int)(sizeof b + sizeof c + sizeof d + sizeof e + sizeof(rows)));
      c[n - 1] = 70;
      defer { note(c[n - 1] + (int)sizeof c); }
      memcpy(a, c, sizeof a);

    }
  }
  defer { note((int)sizeof a); }
  n += 10;
  a[0] = 1;
  n -= 10;
}
// CHECK-NEXT: names(2): 8 60 78

int main(void) {
  TRY(elements(1));
  TRY(elements(3));
  TRY(parameter(2, (int[]){1, 1}, (int[2][2]){{0}}));
  TRY_INT(size_only(3));
  TRY(names(2));
}
// CHECK-NOT: {{.}}
