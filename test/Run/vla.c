/* Rules: D4, D5, D6
 * Variable-length arrays and alloca.
 * RUN: %run-matrix %s | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

#include <alloca.h>

static void print(int n, const int *p) {
  for (int i = 0; i < n; i++)
    note(p[i]);
}
static void print_rows(int n, int (*p)[n]) { print(n, p[1]); }

/* Of the function's scope. */
static void captured(int n) {
  int a[n];
  char text[n + 1];
  int rows[2][n];
  memset(rows, 0, sizeof rows);
  for (int i = 0; i < n; i++)
    a[i] = i, text[i] = (char)('a' + i);
  text[n] = 0;
  defer print(n, a);
  defer word(text);
  defer {
    note(a[n - 1]);
    word(text);
    a[0] = 7;
  }
  defer print_rows(n, rows);
  a[n - 1] = 50;
  text[0] = 'z';
  rows[1][0] = 8;
}
// CHECK: captured(1): 8 50 z z 7
// CHECK-NEXT: captured(3): 8 0 0 50 zbc zbc 7 1 50

/* Those of inner scopes are gone; sites beside them are not. */
static void beside(int n) {
  for (int i = 1; i <= n; i++) {
    int a[i * 100];
    a[i] = i;
    defer note(a[i]);
    int b[i];
    b[0] = i;
    int copy = b[0] * 10;
    defer { note(copy); }
  }
  defer note(0);
}
// CHECK-NEXT: beside(3): 0 30 3 20 2 10 1

static void returns_from(int n) {
  defer note(1);
  {
    int a[n];
    a[0] = 5;
    defer note(a[0]);
    if (n > 2)
      return;
    if (n > 1) {
      defer { defer_recover(); }
      defer_panicf("x");
    }
  }
  note(2);
}
// CHECK-NEXT: returns_from(1): 2 5 1
// CHECK-NEXT: returns_from(2): 5 1
// CHECK-NEXT: returns_from(3): 5 1

/* In a deferred block: of its own. */
static void in_block(int n) {
  defer {
    for (int i = 1; i < n; i++) {
      int a[i];
      a[i - 1] = i;
      defer note(a[i - 1]);
    }
    int b[n];
    b[0] = n;
    defer { note(b[0]); }
    b[0]++;
  }
  n++;
}
// CHECK-NEXT: in_block(2): 4 2 1

/* alloca lives as long as the function. */
static void allocated(int n) {
  for (int i = 0; i < n; i++) {
    char *p = alloca(16);
    snprintf(p, 16, "p%d", i);
    defer word(p);
    defer { word(p); }
    p[0] = 'q';
  }
}
// CHECK-NEXT: allocated(2): q1 q1 q0 q0

int main(void) {
  TRY(captured(1));
  TRY(captured(3));
  TRY(beside(3));
  TRY(returns_from(1));
  TRY(returns_from(2));
  TRY(returns_from(3));
  TRY(in_block(2));
  TRY(allocated(2));
}
// CHECK-NOT: {{.}}
