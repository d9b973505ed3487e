// Rules: D4
// More arguments than registers.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(int a, int b, int c, int d, int e, int f, int g, int h, int i,
                 int j, double x, double y, int k, int l) {
  printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, h,
         i, j, (int)x, (int)y, k, l);
}
static void f(void) {
  int a = 1;
  double x = 11;
  defer show(a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6, a + 7, a + 8, a + 9,
             x, x + 1, 13, 14);
  a = 100, x = 100;
}
int main(void) { f(); }
