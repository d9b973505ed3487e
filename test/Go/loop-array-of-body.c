// Rules: D5
// An array of the body, by its address.
// RUN: %run-pair %s
#include "Inputs/pair.h"

static void show(int *a) { printf("%d %d %d\n", a[0], a[1], a[2]); }
static void f(void) {
  for (int i = 0; i < 3; i++) {
    int a[3] = {i, i * 2, 0};
    defer show(a);
    a[2] = i * 3;
  }
}
int main(void) { f(); }
