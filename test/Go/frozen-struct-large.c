// Rules: D4
// A struct that is passed in memory is copied at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct large {
  int a[20];
};

static void show(struct large l) {
  printf("%d %d %d\n", l.a[0], l.a[10], l.a[19]);
}
static void f(void) {
  struct large l;
  for (int i = 0; i < 20; i++)
    l.a[i] = i;
  defer show(l);
  l = (struct large){0};
}
int main(void) { f(); }
