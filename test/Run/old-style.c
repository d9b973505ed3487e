/* Rules: D4, D5, D7
 * Definitions in the manner of K&R, and calls without a prototype.
 * RUN: %run-matrix %s -std=gnu99 -Wno-deprecated-non-prototype -Wno-strict-prototypes -Wno-implicit-int | %filecheck --match-full-lines %s
 */
#include "Inputs/note.h"

struct pair {
  int x, y;
};
static int old(a, b, c, d)
int a;
char b;
float c;
struct pair d;
{
  defer_result int r = 1;
  defer { r += a + b + (int)c + d.y; }
  defer note(b);
  defer note((int)c);
  a *= 2;
  b++;
  return 1000;
}
// CHECK: old(1, 'a', 2.5, (struct pair){{.*}}: 2 97 = 1106

static void print(n, f)
int n;
float f;
{ printf("%d %.1f ", n, f); }

static void late();
static void calls(void) {
  char c = 3;
  float f = 1.5f;
  short s = 4;
  void (*p)() = print;
  defer print(c, f);
  defer late(c, f, s);
  defer p(s, f);
  for (int i = 0; i < 2; i++) {
    defer print(c + i, f);
    defer late(c + i, f, s);
  }
  c = 0;
  f = 0;
  s = 0;
}
static void late(int a, double b, int c) { printf("late%d %.1f %d ", a, b, c); }
// CHECK-NEXT: calls(): late4 1.5 4 4 1.5 late3 1.5 4 3 1.5 4 1.5 late3 1.5 4 3 1.5

static implicit_int(n) { defer note(n); return n; }

int main() {
  TRY_INT(old(1, 'a', 2.5, (struct pair){1, 4}));
  TRY(calls());
  TRY_INT(implicit_int(3));
}
// CHECK-NEXT: implicit_int(3): 3 = 3
// CHECK-NOT: {{.}}
