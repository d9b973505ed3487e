// Rules: D4
// A struct that is passed in registers is copied at the statement.
// RUN: %run-pair %s
#include "Inputs/pair.h"

struct point {
  int x, y;
};

static void show(struct point p) { printf("%d %d\n", p.x, p.y); }
static void f(void) {
  struct point p = {1, 2};
  defer show(p);
  p.x = 9;
  p.y = 9;
}
int main(void) { f(); }
