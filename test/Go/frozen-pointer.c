// Rules: D4, D5
// The pointer is frozen, what it points to is not.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(int *p) { printf("%d\n", *p); }
static void f(void) {
  int x = 1, y = 2;
  int *p = &x;
  defer show(p);
  p = &y;
  x = 10;
  *p = 20;
}
int main(void) { f(); }
