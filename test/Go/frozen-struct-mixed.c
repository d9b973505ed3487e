// Rules: D4
// Integers, floats and pointers in one struct.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct mixed {
  char c;
  double d;
  const char *name;
  short n;
};

static void show(struct mixed m) {
  printf("%c %.1f %s %d\n", m.c, m.d, m.name, m.n);
}
static void f(void) {
  struct mixed m = {'x', 1.5, "name", -7};
  defer show(m);
  m = (struct mixed){'y', 2.5, "other", 7};
  defer show(m);
}
int main(void) { f(); }
